"""What storage refuses to do. An error carries a code and details; its sentence is in texts/."""

from cakupan.domain.figures import FigureKey
from cakupan.domain.loads import Load


class StorageError(Exception):
    """Nothing was written. ``words(f"storage.{error.code}", **error.details)`` tells a reader."""

    code: str

    def __init__(self, **details: str | int) -> None:
        super().__init__(f"{self.code} {details}")
        self.details = details


class DatabaseUrlError(StorageError):
    """The database URL cannot be used."""

    code = "database_url"


class DatabaseMissingError(StorageError):
    """There is no database file to read. Details: path."""

    code = "database_missing"


class NotADatabaseError(StorageError):
    """The file is something else, perhaps a workbook; it is left alone. Details: path."""

    code = "not_a_database"


class LogLeftError(StorageError):
    """The disk cannot be written to, and beside the file lies a log it does not hold yet.

    Details: path.
    """

    code = "log_left"


class NewerDatabaseError(StorageError):
    """The database was made by a newer version of the program. Details: revision."""

    code = "newer_database"


class OlderDatabaseError(StorageError):
    """The database was last written by an older version of the program. Details: revision."""

    code = "older_database"


class UnfinishedCopyError(StorageError):
    """The database is the target of a copy that was stopped; it is not served."""

    code = "unfinished_copy"


class TargetInUseError(StorageError):
    """A copy would take the place of figures that are there. Details: loads."""

    code = "target_in_use"


class CopyDiffersError(StorageError):
    """A table that was copied does not say what the source says. Details: table."""

    code = "copy_differs"


class DatabaseDamagedError(StorageError):
    """SQLite finds its file out of order; it is not served. Details: path."""

    code = "database_damaged"


class NetworkDiskError(StorageError):
    """SQLite files come to harm on disks of the network. Details: path, kind."""

    code = "network_disk"


class BackupDamagedError(StorageError):
    """A copy that is not whole is neither kept nor restored. Details: path, fault."""

    code = "backup_damaged"


class ServerToolsError(StorageError):
    """What is done to files is done to a server with tools of its own. Details: database."""

    code = "server_tools"


class AlreadyLoadedError(StorageError):
    """The same bytes are loaded and current. Details: file_name, load_id."""

    code = "already_loaded"

    def __init__(self, load: Load) -> None:
        super().__init__(file_name=load.file_name, load_id=load.id)
        self.load = load


class UnknownLoadError(StorageError):
    """No load has this number. Details: load_id."""

    code = "unknown_load"


class AlreadyWithdrawnError(StorageError):
    """The load was withdrawn before. Details: file_name, load_id, withdrawn_by."""

    code = "already_withdrawn"

    def __init__(self, load: Load) -> None:
        super().__init__(
            file_name=load.file_name, load_id=load.id, withdrawn_by=load.withdrawn_by or ""
        )
        self.load = load


class NotWithdrawnError(StorageError):
    """The load counts already: there is no withdrawal to take back. Details: file_name, load_id."""

    code = "not_withdrawn"

    def __init__(self, load: Load) -> None:
        super().__init__(file_name=load.file_name, load_id=load.id)
        self.load = load


class DuplicateFigureError(StorageError):
    """One file states two figures under one key. Details: region_code, measure, period."""

    code = "duplicate_figure"

    def __init__(self, key: FigureKey) -> None:
        super().__init__(
            region_code=key.region_code, measure=key.measure.value, period=key.period.text
        )
        self.key = key


class ReleaseError(StorageError):
    """A release that cannot be shown as asked. Details: release, its id."""


class UnknownReleaseError(ReleaseError):
    """No release has this id. Details: release."""

    code = "release_unknown"


class ReleaseEmbargoedError(ReleaseError):
    """The release waits for its moment; this visitor may not see it before. Details: release."""

    code = "release_embargoed"


class ReleaseDamagedError(ReleaseError):
    """The stored bytes are not those that were written, or cannot be read. Details: release."""

    code = "release_damaged"


class NewerReleaseError(ReleaseError):
    """The release was made by a newer version of the program. Details: release, revision."""

    code = "release_newer"


class NothingToReleaseError(StorageError):
    """There is no figure that a release could hold."""

    code = "release_nothing"


class ReferenceDataError(StorageError):
    """A file of data/reference/ cannot be used as it is; ``code`` says which of its faults.

    Details: file, and where they apply line, column, value.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        self.code = code
        super().__init__(**details)


class NameTakenError(StorageError):
    """Somebody of this name can log in already. Details: name."""

    code = "name_taken"


class UnknownPersonError(StorageError):
    """Nobody of this name can log in. Details: name."""

    code = "unknown_person"


class LastAdminError(StorageError):
    """Nobody could manage people any more. Details: name."""

    code = "last_admin"


class OutOfScopeError(StorageError):
    """Whoever is acting does not answer for this region. Details: region, scope."""

    code = "out_of_scope"


class WeightsChangedError(StorageError):
    """Somebody else has saved a newer version of these weights. Details: name, by."""

    code = "weights_changed"
