"""What the bench measures of the pictures is what pages draw."""

import importlib.util

from site_fixture import ROOT

from macros.site import open_site


def test_the_bench_draws_every_picture():
    spec = importlib.util.spec_from_file_location("measure_pictures", ROOT / "tools/measure_pictures.py")
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    assert isinstance(measure.draw(open_site(ROOT, "en", "").renderer), float)
