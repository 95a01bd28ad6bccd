import datetime


class IsoDate:
    """A day in an address: `2022-01-29`."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    to_python = staticmethod(datetime.date.fromisoformat)
    to_url = staticmethod(str)
