"""A record survives the way through a Word form."""

from hypothesis import given

import specvalidator
from properties.strategies import valid_specifications
from specvalidator import Specification, forms


@given(valid_specifications())
def test_a_valid_record_comes_back_from_word_as_it_was(spec: Specification) -> None:
    [submission] = specvalidator.read(forms.write(spec))

    assert submission.model == spec
    assert submission.remarks == ()
