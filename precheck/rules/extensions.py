"""A lender's own fields must be what its schema says."""

from ..application import Application, Ref
from ..extensions import problems
from ..rule import Cause, Context, Found, Trigger, error, hit


@error(
    "EXT001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="机构自己的 JSON Schema / the lender's own JSON Schema",
    zh="""机构自有字段不符合要求：{problem}。
          请按该机构的字段说明补填或改写。""",
    en="""A field of the lender's own is not as asked: {problem}.
          Fill it in or rewrite it as that lender describes.""",
)
def extensions_meet_the_lenders_schema(application: Application, context: Context) -> Found:
    """有的机构要求额外的字段，写在 extensions 里，由该机构的 JSON Schema 规定。

    Some lenders ask for fields of their own; they stand in extensions, and the lender's JSON Schema describes them."""
    schema = context.policy.extension_schema
    if schema is not None:
        extensions = application.extensions or {}
        return [
            hit(Ref(application, "extensions", each.below), problem=each.words)
            for each in problems(schema, extensions)
        ]
