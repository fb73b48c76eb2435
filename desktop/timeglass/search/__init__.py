"""Search: a query becomes an expression, the expression becomes rows."""

from timeglass.search.completion import Completion
from timeglass.search.edit_query import (
    excludes_term,
    excluding,
    has_term,
    toggled,
    with_term,
    without_part,
    without_term,
)
from timeglass.search.facets import Facet, FacetValue
from timeglass.search.highlight import highlights
from timeglass.search.problem import Problem
from timeglass.search.searcher import Result, Searcher

__all__ = [
    "Completion",
    "Facet",
    "FacetValue",
    "Problem",
    "Result",
    "Searcher",
    "excludes_term",
    "excluding",
    "has_term",
    "highlights",
    "toggled",
    "with_term",
    "without_part",
    "without_term",
]
