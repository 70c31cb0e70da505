"""What a browser that was here before is sent again."""

from flask.testing import FlaskClient

WIRES = "/_dash-dependencies"


def test_the_wiring_is_sent_again_only_when_it_changed(client: FlaskClient) -> None:
    packed = {"Accept-Encoding": "br"}
    first = client.get(WIRES, headers=packed)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(WIRES, headers={**packed, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(WIRES, headers={**packed, "If-None-Match": '"another"'})
    assert (other.status_code, other.data) == (200, first.data)
