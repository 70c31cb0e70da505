"""The files for an office server are what systemd and nginx take, where those are installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cakupan.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("cakupan*.*") if path.suffix != ".env")


def settings() -> dict[str, str]:
    lines = (DEPLOY / "cakupan.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
def test_systemd_takes_every_unit(tmp_path: Path) -> None:
    for name in UNITS:
        # The program lies elsewhere here, and systemd looks whether it is there.
        text = (DEPLOY / name).read_text(encoding="utf-8").replace("/opt/cakupan", str(ROOT))
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in UNITS]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "cakupan" in line and "pm2" not in line]
    assert (done.returncode, ours) == (0, []), done.stderr


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed here")
@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_nginx_takes_its_settings(tmp_path: Path) -> None:
    assert nginx_takes(tmp_path, (DEPLOY / "nginx.conf").read_text(encoding="utf-8")) == ""
    assert "emerg" in nginx_takes(tmp_path, "server { listen; }")


def nginx_takes(folder: Path, text: str) -> str:
    """What nginx says against these settings; empty where it takes them."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=cakupan")
    files = ("-keyout", str(key), "-out", str(certificate))
    made = ["openssl", "req", "-x509", "-nodes", "-days", "1", *kind, *files]
    subprocess.run(made, check=True, capture_output=True)
    text = text.replace("/etc/ssl/cakupan", str(folder))
    text = text.replace("/etc/nginx/cakupan-proxy.conf", str(DEPLOY / "nginx-proxy.conf"))
    whole = folder / "nginx.conf"
    whole.write_text(f"pid {folder}/pid;\nevents {{}}\nhttp {{\n{text}\n}}\n", encoding="utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-q", "-c", str(whole)], capture_output=True, text=True, check=False
    )
    return done.stderr if done.returncode else ""


def test_the_settings_are_those_the_program_reads_and_open_nothing_by_themselves() -> None:
    chosen = Settings.from_env(settings())
    assert chosen.host == "127.0.0.1"
    assert chosen.login
    assert chosen.proxy == "127.0.0.1"
    assert not chosen.load_samples
    read = (ROOT / "cakupan" / "settings.py").read_text(encoding="utf-8")
    assert set(settings()) <= set(re.findall(r"CAKUPAN_[A-Z_]+", read))


def test_the_proxy_never_passes_on_what_a_visitor_says_of_himself() -> None:
    told = (DEPLOY / "nginx-proxy.conf").read_text(encoding="utf-8")
    for name in ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded"):
        assert f"proxy_set_header {name} " in told
    assert "$proxy_add_x_forwarded_for" not in told
    places = re.findall(r"proxy_pass", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert len(places) == 2


def test_plain_http_answers_nothing_but_the_way_to_https() -> None:
    plain, secure = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").split("\nserver {")[1:]
    assert "proxy_pass" not in plain
    assert "location / { return 403; }" in plain
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in secure
    ciphers = re.search(r"ssl_ciphers ([^;]+);", secure)
    assert ciphers
    assert all(re.match("ECDHE-.*(GCM|POLY1305)", one) for one in ciphers[1].split(":"))
