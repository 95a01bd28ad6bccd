from programme.models import Activity


class ActivityKind:
    """A kind of activities in an address: `training`."""

    regex = "|".join(Activity.Kind.values)
    to_python = Activity.Kind
    to_url = staticmethod(str)
