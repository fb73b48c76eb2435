"""Random examples may take their time: the machine that runs them may be busy."""

from hypothesis import settings

settings.register_profile("search", deadline=None)
settings.load_profile("search")
