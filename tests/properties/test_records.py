"""Records survive the way through JSON."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from properties.strategies import SPECIFICATIONS, valid_specifications
from specvalidator import Specification
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.readers.record import fitted
from specvalidator.schemas import schema_text
from specvalidator.submission import UnfitRecord


@given(SPECIFICATIONS)
def test_a_record_comes_back_from_json_as_it_was(spec: Specification) -> None:
    assert Specification.model_validate_json(spec.model_dump_json()) == spec


@given(SPECIFICATIONS)
def test_a_record_fits_the_schema_of_records(spec: Specification) -> None:
    schema = Specification.model_json_schema(mode="serialization")

    assert list(Draft202012Validator(schema).iter_errors(spec.model_dump(mode="json"))) == []


@given(valid_specifications())
def test_derived_values_do_not_survive_a_change_of_text(spec: Specification) -> None:
    record = spec.model_dump(mode="json")
    record["requirements"]["examiners"] = None

    assert Specification.model_validate(record).requirements.examiner_minimum is None


def _spoilt(record: Any, choose: st.DataObject) -> Any:  # noqa: ANN401 - JSON
    """Put anything in one place of a record."""
    if isinstance(record, dict) and record and choose.draw(st.integers(0, 3)):
        key = choose.draw(st.sampled_from(sorted(record)))
        return record | {key: _spoilt(record[key], choose)}
    if isinstance(record, list) and record and choose.draw(st.integers(0, 3)):
        at = choose.draw(st.integers(0, len(record) - 1))
        return [*record[:at], _spoilt(record[at], choose), *record[at + 1 :]]
    return choose.draw(ANYTHING)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-99, 99).map(float)
    | st.text(max_size=5)
    | st.dates().map(str)
    | st.from_regex(r"\A[0-9]{1,4}-?[0-9]{1,2}-?[0-9]{1,2}\Z")
    | st.sampled_from(["task", "form", "encrypted", "1741910400", "2025-03-14T00:00:00"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["name", "text", "number", "date", "examiner_minimum"]), inner
        )
    ),
    max_leaves=4,
)
VALIDATORS = {
    kind: Draft202012Validator(
        json.loads(schema_text(kind)), format_checker=FormatChecker(["date"])
    )
    for kind in MODELS
}


@given(st.sampled_from(sorted(MODELS)), st.data())
def test_the_reader_and_the_published_schema_agree_on_which_records_fit(
    kind: Kind, data: st.DataObject
) -> None:
    record = valid_record(kind)
    for _ in range(data.draw(st.integers(0, 2))):
        record = _spoilt(record, data)
        if not isinstance(record, dict):
            return
    fits = VALIDATORS[kind].is_valid(record)
    try:
        fitted(record, kind)
    except UnfitRecord as unfit:
        assert not fits
        said = {each.path for each in unfit.misfits}
        assert said, "each is said by its pointer"
    else:
        assert fits
