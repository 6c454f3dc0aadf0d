//! From an explanation to the marks in the document and back.

use crate::ui::focus::position::{base_of, section_of};
use crate::ui::state::Explanation;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The attribute with the indices of a mark's findings, counted from the base of its section.
const FINDINGS: &str = "data-findings";
/// The attribute with the index of a look-alike, counted from the base of its section.
const LOOK_ALIKE: &str = "data-look-alike";

/// What a mark explains.
pub fn explanation_of(mark: &Element, pinned: bool) -> Explanation {
    let base = base_of(mark);
    let numbers = |name, first: usize| {
        let numbers = mark.get_attribute(name).unwrap_or_default();
        numbers.split(' ').filter_map(|number| Some(first + number.parse::<usize>().ok()?)).collect::<Vec<_>>()
    };
    Explanation { findings: numbers(FINDINGS, base.findings), look_alike: numbers(LOOK_ALIKE, base.rejected).pop(), pinned }
}

/// The drawn marks of the explained findings and look-alike.
pub fn marks_of(explanation: &Explanation) -> Vec<HtmlElement> {
    let findings = explanation.findings.iter().map(|number| (*number, false));
    let marks = findings.chain(explanation.look_alike.map(|number| (number, true))).filter_map(|(number, look_alike)| {
        let (section, base) = section_of(number, |base| if look_alike { base.rejected } else { base.findings })?;
        let (name, first) = if look_alike { (LOOK_ALIKE, base.rejected) } else { (FINDINGS, base.findings) };
        section.query_selector_all(&format!("mark[{name}~='{}']", number.checked_sub(first)?)).ok()
    });
    marks.flat_map(|found| (0..found.length()).filter_map(move |index| found.get(index)?.dyn_into().ok())).collect()
}

/// The first of these marks.
pub fn first_mark_of(explanation: &Explanation) -> Option<HtmlElement> {
    marks_of(explanation).into_iter().next()
}
