//! Working out what patterns need.

use crate::engine::matching::ahead::{Ahead, Aheads, Way, ahead, one_of};
use crate::engine::matching::needs::Needs;
use crate::engine::matching::starts::{Around, Lexicon, NO_ROW, Row, Start};
use crate::engine::matching::walk::Walk;
use crate::lexicon::pattern::instruction::{Code, Op, sign};
use crate::lexicon::{Context, PROGRAMS, WORD_COUNT};
use rustc_hash::FxHashMap;

/// A word that can start a pattern, and what the pattern takes behind it.
struct Asked {
    word: u16,
    start: Start,
    behind: Needs,
}

/// What has been worked out so far.
pub(crate) struct Asking {
    code: Code<'static>,
    /// What programs begin with.
    firsts: FxHashMap<u32, Needs>,
    needs: Distinct,
    row_of: Vec<u16>,
    rows: Vec<Row>,
    aheads: Aheads,
    asked: Vec<Asked>,
}

impl Asking {
    /// What all patterns of the lexicon need.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn work_out() -> Lexicon {
        let code = PROGRAMS.code();
        let mut asking = Self {
            code,
            firsts: FxHashMap::default(),
            needs: Distinct::default(),
            row_of: vec![0; WORD_COUNT + 1],
            rows: vec![NO_ROW],
            aheads: Aheads::new(code),
            asked: Vec::new(),
        };
        for (pattern, number) in PROGRAMS.patterns.iter().zip(0..) {
            asking.pattern(number, pattern.forward, pattern.backward);
        }
        asking.join();
        asking.finish()
    }

    /// What the first token must be like that a program takes.
    fn first(&mut self, program: u32) -> Needs {
        *self.firsts.entry(program).or_insert_with(|| Walk::new(self.code, program).needs(0))
    }

    /// Takes a pattern, with all words that it can begin with.
    fn pattern(&mut self, number: u16, forward: u32, backward: u32) {
        let before = self.first(backward);
        let before = self.needs.place(before);
        let walk = Walk::new(self.code, forward);
        let (ahead, backward) = (ahead(self.code, forward), self.aheads.of(backward));
        // Many ways lead to the same place.
        let mut known = FxHashMap::default();
        for (op, next) in walk.taken(0) {
            let (mut behind, mut further) = (Needs::default(), Needs::default());
            for (op, next) in walk.taken(next) {
                behind.bits |= walk.bits(op);
                behind.words = walk.words(op).fold(behind.words, |words, word| words | sign(word));
                walk.words(op).for_each(|word| self.put_in_row(word, number));
                let ends = matches!(op, Op::End | Op::Accept);
                further = further.or(if ends { Needs::NOTHING } else { *known.entry(next).or_insert_with(|| walk.needs(next)) });
            }
            let ahead = Way { forward: self.aheads.put(behind_first(&ahead, walk, next)), backward };
            let start = Start { pattern: number, behind: 0, further: self.needs.place(further), before, ahead };
            self.asked.extend(walk.starting_words(op).map(|word| Asked { word, start, behind }));
        }
    }

    /// The pattern takes this word behind its first.
    fn put_in_row(&mut self, word: u16, pattern: u16) {
        let place = &mut self.row_of[usize::from(word)];
        if *place == 0 {
            *place = small(self.rows.len());
            self.rows.push(NO_ROW);
        }
        self.rows[usize::from(*place)][usize::from(pattern) / 64] |= 1 << (pattern % 64);
    }

    /// Puts together what belongs to a word, and joins the ways by which it can start the same pattern.
    fn join(&mut self) {
        let Self { asked, aheads, needs, .. } = self;
        asked.sort_unstable_by_key(|it| (it.word, it.start.pattern));
        asked.dedup_by(|one, kept| {
            let same = (one.word, one.start.pattern) == (kept.word, kept.start.pattern);
            if same {
                kept.behind = kept.behind.or(one.behind);
                kept.start.ahead.forward = aheads.either(one.start.ahead.forward, kept.start.ahead.forward);
                let [one, other] = [one.start.further, kept.start.further].map(|place| needs.list[usize::from(place)]);
                kept.start.further = needs.place(one.or(other));
            }
            same
        });
        debug_assert!(asked.len() < usize::from(u16::MAX), "places of starts are short numbers");
    }

    /// What stands around the contexts of an entry.
    fn around(&mut self, contexts: &[Context]) -> Vec<Around> {
        let around = |it: &Context| Around {
            behind: self.first(it.forward),
            before: self.first(it.backward),
            inside: self.first(it.inside),
            ahead: Way { forward: self.aheads.of(it.forward), backward: self.aheads.of(it.backward) },
        };
        contexts.iter().map(around).collect()
    }

    /// Everything by the number of the word.
    fn finish(mut self) -> Lexicon {
        let contexts = PROGRAMS.contexts.iter().map(|contexts| self.around(contexts)).collect();
        let Self { mut needs, row_of, rows, aheads, asked, .. } = self;
        let (mut starts, mut started, mut next) = (Vec::new(), Vec::with_capacity(asked.len()), Vec::new());
        let mut rest = asked.as_slice();
        for word in (0..).take(WORD_COUNT + 2) {
            let (own, others) = rest.split_at(rest.iter().take_while(|it| it.word == word).count());
            rest = others;
            let from = small(started.len());
            let mut put = |started: &mut Vec<Start>, by_bits: bool| {
                let chosen = own.iter().filter(|it| (it.behind.bits != 0) == by_bits);
                started.extend(chosen.map(|it| Start { behind: needs.place(Needs { words: 0, ..it.behind }), ..it.start }));
            };
            put(&mut started, true);
            starts.push((from, small(started.len())));
            put(&mut started, false);
            next.push(needs.place(own.iter().fold(Needs::default(), |needs, it| needs.or(it.behind))));
        }
        Lexicon { needs: needs.list, row_of, rows, starts, started, next, aheads, contexts }
    }
}

/// What must come behind the second token, for what that must be like is looked at before; where nothing must, what must come behind
/// the first.
fn behind_first(ahead: &[Option<Ahead>], walk: Walk<'_>, place: usize) -> Option<Ahead> {
    let later = walk.taken(place).into_iter().map(|(_, next)| ahead.get(next)?.map(|ahead| ahead.seen_from(1)));
    one_of(later).or(ahead[place])
}

/// Needs, each once, with their places.
#[derive(Default)]
struct Distinct {
    list: Vec<Needs>,
    places: FxHashMap<Needs, u16>,
}

impl Distinct {
    fn place(&mut self, needs: Needs) -> u16 {
        *self.places.entry(needs).or_insert_with(|| {
            self.list.push(needs);
            small(self.list.len() - 1)
        })
    }
}

/// Numbers of words and patterns fit: the build counts them, the tests what is listed here.
fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
