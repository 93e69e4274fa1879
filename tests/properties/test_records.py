"""Records survive the way through JSON."""

from hypothesis import given
from jsonschema import Draft202012Validator

from properties.strategies import SPECIFICATIONS, valid_specifications
from specvalidator import Specification


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
