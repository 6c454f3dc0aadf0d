//! The date by the clock of this device.

/// Returns the present day where the reader is, as `2026-11-26`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
