"""Settings of hypothesis for a machine that may be busy with other things."""

from hypothesis import settings

settings.register_profile("timeglass", deadline=None)
settings.load_profile("timeglass")
