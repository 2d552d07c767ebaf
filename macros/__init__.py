"""Connects to mkdocs-macros; computes nothing. Alone in this program it knows the site generator."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path


def define_env(env) -> None:
    """Register one macro for each kind of page; stop the build with every problem of the data."""
    with _kept():
        _define(env)


# The builds of this process.
_BUILDS = count()


@contextmanager
def _kept() -> Iterator[None]:
    """What is made here lives as long as the build: nobody looks for what could go meanwhile, nor at all of it again with each page."""
    # Only what an earlier build of this process held may go: what was frozen before the languages parted is shared by their processes.
    if next(_BUILDS):
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _define(env) -> None:
    root = Path(env.project_dir)
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    from mkdocs.exceptions import PluginError

    from macros.languages import FIRST, LANGUAGES
    from macros.messages import of_environment, speaking
    from macros.model.addresses import site_addresses, web_address
    from macros.pages.finished import Finished
    from macros.pages.linked_data import Publication
    from macros.pages.maintainer import read_maintainer
    from macros.problems import DataErrors
    from macros.project import MACROS, OTHER_MACROS, open_site

    language, extra = env.conf["theme"]["language"], env.conf["extra"]
    extra["languages"] = LANGUAGES
    env.conf["markdown_extensions"].append(Finished())
    try:
        address = web_address(env.conf["site_url"], extra["unset"]["site"])
        extra["repository"] = web_address(extra["repository"], extra["unset"]["repository"])
    except ValueError as error:
        raise PluginError(f"SITE_URL or REPO_URL: {error}") from None
    try:
        maintainer = read_maintainer(extra.get("maintainer"), extra["unset"]["repository"])
    except ValueError as error:
        raise PluginError(f"extra.maintainer: {error}") from None
    env.conf["site_url"], extra["root"], extra["scope"] = site_addresses(address, language)
    try:
        with speaking(of_environment()):
            site = open_site(root, language, extra["repository"], maintainer)
        site.write_stubs()
        site.write_search()
        extra["search"], extra["styles"] = site.search_words, site.style_words(env.conf["site_name"])
        frame = site.frame(Publication(env.conf["site_name"], env.conf["site_description"], env.conf["site_url"], extra["root"]))
        extra["not_found"] = site.not_found
        if language == FIRST:
            site.write_exports(extra["root"])
    except DataErrors as errors:
        raise PluginError(f"\n{errors}") from None
    except OSError as error:
        raise PluginError(f"{error.filename}: {error.strerror}") from None

    def page(macro: str) -> Callable[..., str]:
        def write(argument: str = "") -> str:
            if macro in own_pages:
                env.page.meta.update(frame.of_page(macro, argument, env.page.url))
            if macro == "data":
                env.page.meta.update(frame.of_data())
            if written_in := site.written_in(macro, argument):
                env.page.meta["written_in"] = written_in
            return site.page(macro, argument, env.page.url)

        return write

    own_pages = MACROS.keys() - OTHER_MACROS.keys()
    for macro in MACROS:
        env.macro(page(macro), macro)


def on_pre_page_macros(env) -> None:
    """Set what somebody wrote on a page in the typography of its language; what macros write has it already.

    A page that is one call alone is written at once: as a template it would be compiled, a thousand times over.
    """
    from macros.model.addresses import CALL
    from macros.wording.typography import typeset_markdown

    if (called := CALL.fullmatch(env.markdown.rstrip())) and called[1] in env.macros:
        env.markdown = env.macros[called[1]](called[2] or "")
        env.page.meta["render_macros"] = False
    else:
        env.markdown = typeset_markdown(env.markdown, env.conf["theme"]["language"])
