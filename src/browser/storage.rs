//! The browser's storage: the local one, and the session's for what lasts as long as the tab.

use std::cell::Cell;
use web_sys::Storage;

thread_local! {
    static PRIVATE: Cell<bool> = const { Cell::new(false) };
}

/// Turns private mode on or off. While it is on, [`save`] does nothing.
pub fn set_private(on: bool) {
    PRIVATE.set(on);
}

/// True while private mode is on.
pub(super) fn is_private() -> bool {
    PRIVATE.get()
}

/// The key of a stored value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The article in the box.
    Text,
    /// Where the article in the box comes from.
    From,
    /// The earlier version in the comparison.
    Earlier,
    /// The filter, as a code.
    Filter,
    /// The ignored findings and rules, as a code.
    Ignored,
    /// The reader's own list, as TOML.
    Words,
    /// `on` if the marks have letters.
    Letters,
    /// `off` if single letters are no shortcuts.
    Shortcuts,
    /// `light` or `dark`, if the reader has chosen one.
    Theme,
    /// `on` if screen readers hear only the names of the marks.
    NamesOnly,
    /// The files that were opened together, until the tab is closed.
    Files,
    /// The text that another one replaced, until the tab is closed.
    PutAside,
    /// The marks of an exercise, until the tab is closed.
    Guesses,
    /// The size of the text, if the reader has chosen another than the usual one.
    TextSize,
    /// The width of the lines, if the reader has chosen another than the usual one.
    LineWidth,
    /// The results of practice, as a code.
    Results,
    /// The reader's notes, as JSON.
    Notes,
    /// Notes that the reader has not saved, as JSON, until the tab is closed.
    Drafts,
    /// `on` if the articles that are read are kept.
    Library,
}

impl Key {
    /// All keys.
    pub const ALL: [Self; 19] = [
        Self::Text,
        Self::From,
        Self::Earlier,
        Self::Filter,
        Self::Ignored,
        Self::Words,
        Self::Letters,
        Self::Shortcuts,
        Self::Theme,
        Self::NamesOnly,
        Self::Files,
        Self::PutAside,
        Self::Guesses,
        Self::TextSize,
        Self::LineWidth,
        Self::Results,
        Self::Notes,
        Self::Drafts,
        Self::Library,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Text => "caveat-lector.text",
            Self::From => "caveat-lector.from",
            Self::Earlier => "caveat-lector.earlier",
            Self::Filter => "caveat-lector.filter",
            Self::Ignored => "caveat-lector.ignored",
            Self::Words => "caveat-lector.words",
            Self::Letters => "caveat-lector.letters",
            Self::Shortcuts => "caveat-lector.shortcuts",
            Self::Theme => "caveat-lector.theme",
            Self::NamesOnly => "caveat-lector.names-only",
            Self::Files => "caveat-lector.files",
            Self::PutAside => "caveat-lector.put-aside",
            Self::Guesses => "caveat-lector.guesses",
            Self::TextSize => "caveat-lector.text-size",
            Self::LineWidth => "caveat-lector.line-width",
            Self::Results => "caveat-lector.results",
            Self::Notes => "caveat-lector.notes",
            Self::Drafts => "caveat-lector.drafts",
            Self::Library => "caveat-lector.library",
        }
    }

    /// The local storage, or for what lasts as long as the tab the session's.
    fn storage(self) -> Result<Storage, Refused> {
        let window = web_sys::window().ok_or(Refused)?;
        let for_this_tab = matches!(self, Self::Files | Self::PutAside | Self::Guesses | Self::Drafts);
        let storage = if for_this_tab { window.session_storage() } else { window.local_storage() };
        storage.ok().flatten().ok_or(Refused)
    }
}

/// The error if the storage is full, denied or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

pub(super) fn storage() -> Result<Storage, Refused> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Refused)
}

/// Reads the value of a key.
///
/// # Errors
/// If the browser denies the storage.
pub fn load(key: Key) -> Result<Option<String>, Refused> {
    key.storage()?.get_item(key.name()).map_err(|_| Refused)
}

/// Stores a value, or removes the key if the value is empty. Does nothing in private mode.
///
/// # Errors
/// If the storage is full or denied.
pub fn save(key: Key, value: &str) -> Result<(), Refused> {
    if PRIVATE.get() {
        return Ok(());
    }
    let storage = key.storage()?;
    if value.is_empty() { storage.remove_item(key.name()) } else { storage.set_item(key.name(), value) }.map_err(|_| Refused)?;
    announce(key);
    Ok(())
}

/// Sends the event `stored` when a setting has changed, so that the browser extension can share it with the marks on other sites.
fn announce(key: Key) {
    if matches!(key, Key::Filter | Key::Ignored | Key::Words)
        && let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("stored"))
    {
        let _ = window.dispatch_event(&event);
    }
}

/// The beginning of all keys of this page.
const START: &str = "caveat-lector.";

/// Removes all values, those of the library too.
///
/// # Errors
/// If the browser denies the storage.
pub fn erase() -> Result<(), Refused> {
    for storage in areas()? {
        for key in keys(&storage)? {
            storage.remove_item(&key).map_err(|_| Refused)?;
        }
    }
    announce(Key::Words);
    Ok(())
}

/// All values of the page with the names of their keys, in the local storage and in the session's.
pub type Values = [Vec<(String, String)>; 2];

/// Reads all values, for [`put_back`].
#[must_use]
pub fn everything() -> Values {
    let values = |storage: Storage| {
        let keys = keys(&storage).unwrap_or_default();
        keys.into_iter().filter_map(|key| storage.get_item(&key).ok().flatten().map(|value| (key, value))).collect()
    };
    areas().map(|areas| areas.map(values)).unwrap_or_default()
}

/// Stores values that [`everything`] read. Does nothing in private mode.
///
/// # Errors
/// If the storage is full or denied.
pub fn put_back(values: &Values) -> Result<(), Refused> {
    if PRIVATE.get() {
        return Ok(());
    }
    for (storage, values) in areas()?.iter().zip(values) {
        values.iter().try_for_each(|(key, value)| storage.set_item(key, value)).map_err(|_| Refused)?;
    }
    announce(Key::Words);
    Ok(())
}

/// The local storage and the session's.
fn areas() -> Result<[Storage; 2], Refused> {
    Ok([storage()?, Key::Files.storage()?])
}

/// Returns the keys of all values of this page.
pub(super) fn keys(storage: &Storage) -> Result<Vec<String>, Refused> {
    let length = storage.length().map_err(|_| Refused)?;
    let all = (0..length).filter_map(|place| storage.key(place).ok().flatten());
    Ok(all.filter(|key| key.starts_with(START)).collect())
}
