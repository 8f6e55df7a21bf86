"""In whose name something may stand: the applicant's own, or that of a person whom the lender allows."""

from .facts.names import same_name
from .rule import Context


def may_hold(name: str, what: str, context: Context) -> bool:
    """Whether a thing of the business may stand in `name`: its own name, now or formerly, or a person's of a role
    that the policy's `holders` rows for `what` allow. Raises Gap."""
    applicant = context.application.applicant
    if same_name(name, applicant.name) or any(same_name(name, each) for each in applicant.former_names):
        return True
    return any(same_name(name, each) for each in people_allowed(what, context))


def people_allowed(what: str, context: Context) -> list[str]:
    """The names of the people whom the policy's `holders` rows for `what` allow beside the applicant. Raises Gap."""
    kind = context.application.applicant.kind
    roles = {
        role
        for row in context.policy.holders
        if row.what == what and (not row.applicants or kind in row.applicants)
        for role in row.roles
    }
    return [each.name for each in context.application.people if each.role in roles]


def is_known(name: str, context: Context) -> bool:
    """Whether `name` is the applicant's or that of anyone who stands in the application. Raises Gap."""
    applicant = context.application.applicant
    return (
        name == applicant.name
        or any(same_name(name, each.name) for each in context.application.people)
        or any(same_name(name, each.name) for each in applicant.shareholders)
        or same_name(name, applicant.name)
    )
