"""Ages: from which people are admitted, and which nobody has (通知 二, 附件3)."""

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Places, Yields, check, is_absent, values_at
from specvalidator.findings import Doubt, Moot
from specvalidator.quantities import least_age


class Admitted(Params):
    """Where it says who is admitted, and how old they must be."""

    at: Places = Field(min_length=1, description="Paths of texts")
    least: int = Field(ge=0, description="Whole years")


@check("admitted-old-enough", facts=("found",))
def admitted_old_enough(record: BaseModel, params: Admitted) -> Yields:
    """No text admits people below an age; whether an exception holds for them is a question."""
    for pattern in params.at:
        for path, text in values_at(record, pattern):
            if is_absent(text):
                yield Moot(path)
            elif (age := least_age(text)) is not None and age < params.least:
                yield Doubt(path, {"found": str(age)})
