"""What must hold of the built site: one function a check, in a list."""

from collections.abc import Callable, Iterator

from built import Site

from inside.fault import Fault
from inside.files import downloads_can_be_read, ids_are_single_and_exist, searches_lead_somewhere
from inside.languages import languages_point_at_each_other, sitemaps_name_every_page
from inside.links import links_lead_somewhere, other_addresses_exist

CHECKS: list[Callable[[Site], Iterator[Fault]]] = [
    links_lead_somewhere,
    other_addresses_exist,
    languages_point_at_each_other,
    sitemaps_name_every_page,
    downloads_can_be_read,
    ids_are_single_and_exist,
    searches_lead_somewhere,
]
