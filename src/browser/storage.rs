//! What the page keeps on this device.

use std::cell::Cell;
use web_sys::Storage;

thread_local! {
    static PRIVATE: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is kept, or things are kept again.
pub fn set_private(on: bool) {
    PRIVATE.set(on);
}

/// Everything that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The article in the box.
    Text,
    /// The earlier version that it is compared with.
    Earlier,
    /// What the reader has filtered out.
    Filter,
    /// What the reader has told the page to ignore.
    Ignored,
    /// The reader's own list, as TOML.
    Words,
    /// `on` when marks carry letters.
    Letters,
    /// `off` when single letters are no shortcuts.
    Shortcuts,
    /// `light` or `dark`, when the reader has chosen.
    Theme,
}

impl Key {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Earlier, Self::Filter, Self::Ignored, Self::Words, Self::Letters, Self::Shortcuts, Self::Theme];

    fn name(self) -> &'static str {
        match self {
            Self::Text => "caveat-lector.text",
            Self::Earlier => "caveat-lector.earlier",
            Self::Filter => "caveat-lector.filter",
            Self::Ignored => "caveat-lector.ignored",
            Self::Words => "caveat-lector.words",
            Self::Letters => "caveat-lector.letters",
            Self::Shortcuts => "caveat-lector.shortcuts",
            Self::Theme => "caveat-lector.theme",
        }
    }
}

/// The browser refused: storage is full, denied or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<Storage, Refused> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Refused)
}

/// What is kept under a key; nothing when nothing is.
///
/// # Errors
/// When the browser denies the storage.
pub fn load(key: Key) -> Result<Option<String>, Refused> {
    storage()?.get_item(key.name()).map_err(|_| Refused)
}

/// Keeps a value; an empty one is removed. When nothing is to be kept, nothing happens.
///
/// # Errors
/// When the storage is full or denied.
pub fn save(key: Key, value: &str) -> Result<(), Refused> {
    if PRIVATE.get() {
        return Ok(());
    }
    let storage = storage()?;
    if value.is_empty() { storage.remove_item(key.name()) } else { storage.set_item(key.name(), value) }.map_err(|_| Refused)
}

/// Removes everything that is kept.
///
/// # Errors
/// When the browser denies the storage.
pub fn erase() -> Result<(), Refused> {
    let storage = storage()?;
    Key::ALL.into_iter().try_for_each(|key| storage.remove_item(key.name())).map_err(|_| Refused)
}
