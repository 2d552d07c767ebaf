"""What must hold of the built site: one function a check, in a list."""

from collections.abc import Callable, Iterator

from macros.sitecheck.checks.fault import SiteFault
from macros.sitecheck.checks.files import downloads_can_be_read, ids_are_single_and_exist, searches_lead_somewhere
from macros.sitecheck.checks.languages import languages_point_at_each_other, sitemaps_name_every_page
from macros.sitecheck.checks.links import links_lead_somewhere, other_addresses_exist
from macros.sitecheck.site import BuiltSite

CHECKS: list[Callable[[BuiltSite], Iterator[SiteFault]]] = [
    links_lead_somewhere,
    other_addresses_exist,
    languages_point_at_each_other,
    sitemaps_name_every_page,
    downloads_can_be_read,
    ids_are_single_and_exist,
    searches_lead_somewhere,
]
