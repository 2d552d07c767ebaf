"""The Content-Security-Policy of a page: what it loads comes from the site itself, and of inline scripts only those of the frame run."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

# The theme draws its icons from addresses that hold them.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self'{styles}; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
_INLINE = r"<{name}(?![^>]*\bsrc=)(?![^>]*\btype=\"application/)[^>]*>(.*?)</{name}>"
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?>", re.IGNORECASE)


def with_policy(html: str, content: str = "") -> str:
    """The page with its policy, before anything that it rules. `content` is what stands in the frame: no script of it is allowed.

    Raises ValueError where the page does not hold it: then nobody can tell whose script it is.
    """
    begin = _place(content, html)
    frame = html[:begin] + html[begin + len(content) :]
    policy = _POLICY.format(scripts=_hashes("script", frame), styles=_hashes("style", frame))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda charset: f"{charset[0]}\n{meta}", html, count=1)


def _place(content: str, html: str) -> int:
    """Where the content of a page begins. Its begin is looked for, and the rest compared, as a search for a long text is slow."""
    begin = html.find(content[:100])
    while begin >= 0 and not html.startswith(content, begin):
        begin = html.find(content[:100], begin + 1)
    if begin < 0:
        raise ValueError("the frame changes what it shows: a script in it would be allowed")
    return begin


def on_page_content(html: str, **_: Any) -> str:
    """What the frame shows, word for word. The sign beside a heading that leads to it is no word of the heading; keys have the contents."""
    return html.replace('<a class="headerlink" ', '<a class="headerlink" aria-hidden="true" tabindex="-1" ')


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Give each page its policy; the site generator calls this by its name, before the content is let go (`light.py`)."""
    if page.content is None:
        raise ValueError("the content of the page is not there: a script in it would be allowed")
    return with_policy(output, page.content)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for what is no page of its own: 404."""
    return with_policy(output_content) if template_name.endswith(".html") else output_content


def _hashes(name: str, html: str) -> str:
    """The sources of a policy for the inline elements of a name that run, each once, in the order of the page."""
    found = dict.fromkeys(re.findall(_INLINE.format(name=name), html, re.DOTALL))
    return "".join(f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in found)
