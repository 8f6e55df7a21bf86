"""In whose name something may stand: the applicant's own, or that of a person whom the lender allows."""

from collections.abc import Iterator

from ...facts.names import same_name
from ...rule import Context


def may_hold(name: str, what: str, context: Context) -> bool:
    """Whether a thing of the business may stand in `name`: its own name, now or formerly, or a person's of a role
    that the policy's `holders` rows for `what` allow. Raises Gap."""
    applicant = context.application.applicant
    if same_name(name, applicant.name) or any(same_name(name, each) for each in applicant.former_names):
        return True
    return any(same_name(name, each) for each in people_allowed(what, context))


def people_allowed(what: str, context: Context) -> list[str]:
    """The names of the people whom the policy's `holders` rows for `what` allow beside the applicant. Raises Gap."""
    roles = context.policy.holder_roles.get((what, context.application.applicant.kind), ())
    return [each.name for each in context.application.people if each.role in roles]


def is_known(name: str, context: Context) -> bool:
    """Whether `name` is the applicant's or that of anyone who stands in the application. Raises Gap."""
    application = context.application
    if name == application.applicant.name:
        return True
    for person in application.people:
        if name == person.name:
            return True
    names = [each.name for each in application.people]
    names += [each.name for each in application.applicant.shareholders]
    return any(same_name(name, each) for each in (*names, application.applicant.name))


def everybody(context: Context) -> Iterator[str]:
    """The names of the applicant, now and formerly, and of everyone who stands in the application. Raises Gap."""
    applicant = context.application.applicant
    yield from (applicant.name, *applicant.former_names)
    yield from (each.name for each in context.application.people)
    yield from (each.name for each in applicant.shareholders)
