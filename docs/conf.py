"""How Sphinx builds the documentation: python -m sphinx -n -W -c docs . build/docs."""

import sys
from pathlib import Path

from specvalidator import __version__

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS))

project = "specvalidator"
release = version = __version__
html_title = project
language = "en"  # each page says its own: website/languages.py

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "website"]

# The repository is the source, so that a link between a page and a README, an example or a file of
# rules is the same link on a plain git host and here.
root_doc = "docs/index"
include_patterns = [
    "docs/**",
    *["README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md"],
    *["RELEASING.md", "SECURITY*.md"],
    *["examples/README.md", "examples/*/README*.md", "rules/README.md", "benchmarks/README.md"],
]
exclude_patterns = [".*", "build", "dist", "src", "tests", "**/node_modules", "**/.venv"]

myst_enable_extensions = ["attrs_block"]
myst_heading_anchors = 4
highlight_language = "text"
smartquotes = False  # the pages say what the program says, to the letter
nitpicky = True
nitpick_ignore_regex = [
    ("py:class", r"[A-Z]\w*"),  # a name that a module imports for its annotations alone
    (
        "py:class",
        r"specvalidator\.models\.base\.(_\w+|AboutPerson)|person|certificate|birth",
    ),  # how a value is taken, and whether it is about a person: of no concern to users
    # How words are kept, and what a pack adds, as the program has it: likewise.
    ("py:class", r"specvalidator\.(lexicon\.Lexicon|extra\.ExtraField|document\.T)"),
    ("py:class", r"dict\[.*AddedField\]\]"),
    # No inventory of other projects is fetched: what they define has no page here.
    ("py:.*", r"(collections|datetime|decimal|os|pathlib|pydantic|types|typing)(\..*)?"),
]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_class_signature = "separated"
add_module_names = False

html_theme = "furo"
html_copy_source = False
html_use_index = False
html_domain_indices = False
html_show_sphinx = False
html_show_copyright = False
html_search_language = "zh"  # website/search.py
html_search_scorer = str(DOCS / "website/scorer.js")
html_show_search_summary = False  # a browser fetches no page for it from a plain folder
templates_path = ["website/templates"]
html_static_path = ["website/static"]
html_css_files = ["pages.css"]
html_additional_pages = {"index": "start.html", "search.zh-CN": "search.html"}
_FONTS = (
    'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", '
    '"Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif'
)
_FIXED_FONTS = (
    '"SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", '
    '"Microsoft YaHei", monospace'
)
html_theme_options = {
    "light_css_variables": {"font-stack": _FONTS, "font-stack--monospace": _FIXED_FONTS},
    "top_of_page_buttons": [],
}
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
