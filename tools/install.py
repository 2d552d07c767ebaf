"""Install what a lock file names into an environment, which is made anew where it does not start. Two installations wait for each other."""

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TURN = ROOT / "build" / "install.lock"


def install(lock: Path, stamp: Path) -> None:
    """The environment holds what the lock names; the stamp, a file in it, says since when. Raises CalledProcessError."""
    environment = stamp.parent
    python = environment / "bin" / "python"
    TURN.parent.mkdir(exist_ok=True)
    TURN.touch()
    with TURN.open("rb") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not _starts(python):
            _remove(environment)
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
            subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", lock], check=True)
        stamp.touch()


def _starts(python: Path) -> bool:
    """Whether the environment still finds its Python and its packages: both are lost when that Python is upgraded away."""
    try:
        return subprocess.run([python, "-Ic", "import pip"], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _remove(environment: Path) -> None:
    if environment.is_symlink() or environment.is_file():
        environment.unlink()
    elif environment.exists():
        shutil.rmtree(environment)


if __name__ == "__main__":
    try:
        install(ROOT / sys.argv[1], ROOT / sys.argv[2])
    except subprocess.CalledProcessError as error:
        sys.exit(f"{Path(sys.argv[2]).parent}: '{error.cmd[2]}' ended with {error.returncode}. Mend what it says above, then try again.")
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}. Nothing was installed.")
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next command goes on with the installation.")
