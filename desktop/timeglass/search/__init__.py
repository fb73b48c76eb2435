"""Search: a query becomes an expression, the expression becomes rows."""

from timeglass.search.highlight import highlights
from timeglass.search.problem import Problem
from timeglass.search.searcher import Result, Searcher

__all__ = ["Problem", "Result", "Searcher", "highlights"]
