"""Several programs on one server of databases: what each has of its own, and what they share."""

from cakupan.settings import Settings

URL = "postgresql://cakupan@server/cakupan"


def settings(port: int, url: str = URL) -> Settings:
    return Settings.from_env({"CAKUPAN_DATABASE_URL": url, "CAKUPAN_PORT": str(port)})


def test_programs_on_one_server_do_not_empty_the_folders_of_each_other() -> None:
    one, other = settings(8051), settings(8052)
    assert {one.uploads_dir, one.releases_dir}.isdisjoint({other.uploads_dir, other.releases_dir})


def test_they_share_people_who_stand_in_a_schema_apart_from_the_figures() -> None:
    assert (
        settings(8051).people_url
        == settings(8052).people_url
        == (f"{URL}?options=-csearch_path%3Dcakupan_people")
    )
    through_a_socket = settings(8051, f"{URL}?host=/run/postgresql").people_url
    assert through_a_socket.endswith("?host=/run/postgresql&options=-csearch_path%3Dcakupan_people")


def test_a_file_has_people_and_folders_beside_it() -> None:
    found = settings(8051, "sqlite:////srv/data/angka.db")
    assert found.people_url == "sqlite:////srv/data/angka.people.db"
    assert str(found.uploads_dir) == "/srv/data/angka.uploads"
