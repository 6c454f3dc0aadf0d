//! A set of words by their numbers: a bit for each.

/// A set of numbers of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordSet(Vec<u64>);

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: u16) {
        let place = usize::from(word / 64);
        if place >= self.0.len() {
            self.0.resize(place + 1, 0);
        }
        self.0[place] |= 1 << (word % 64);
    }

    /// Whether the word is in it.
    pub fn contains(&self, word: u16) -> bool {
        self.0.get(usize::from(word / 64)).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// Takes all words out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<'a> FromIterator<&'a (usize, u16)> for WordSet {
    /// The words of a list of places and words.
    fn from_iter<I: IntoIterator<Item = &'a (usize, u16)>>(list: I) -> Self {
        let mut words = Self::default();
        list.into_iter().for_each(|(_, word)| words.insert(*word));
        words
    }
}
