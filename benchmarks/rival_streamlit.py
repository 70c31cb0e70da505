"""The figures of Ringkasan in plain Streamlit; runs in an environment of its own.

``streamlit run rival_streamlit.py -- FIGURES``
"""

import json
import sys
from pathlib import Path

import plotly.io
import streamlit as st

st.set_page_config(page_title="Ringkasan", layout="wide")
for place, figure in enumerate(json.loads(Path(sys.argv[1]).read_text("utf-8"))):
    drawn = plotly.io.from_json(json.dumps(figure), skip_invalid=True)
    st.plotly_chart(drawn, key=f"chart-{place}", theme=None)
