"""How a sheet comes out of a printer: A4, as wide as the page, numbered."""

from typing import Literal

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet


def prepare_for_paper(paper: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """All columns on one page, as many pages as the rows need."""
    paper.page_setup.orientation = orientation
    paper.page_setup.paperSize = 9
    paper.page_setup.fitToHeight = 0
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    paper.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    footer = HeaderFooterItem()
    footer.left.text, footer.right.text = "&A", "&P / &N"
    paper.HeaderFooter.oddFooter = footer
