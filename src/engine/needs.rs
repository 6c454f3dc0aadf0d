//! What a pattern asks of the tokens around its first word: most patterns that a word could start need not be tried.

use super::ahead::{Ahead, Aheads, Way, ahead, one_of};
use super::token::Token;
use crate::lexicon::op::{Code, Op, shape, sign};
use crate::lexicon::{Context, LINES, PATTERN_COUNT, PROGRAMS, WORD_COUNT, bits_of};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a token must be like: it has one of the bits, or is one of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Needs {
    bits: u64,
    /// One bit for each word that would do; several words share one.
    words: u64,
}

/// What stands around a context of a rule: behind the span and before it, and with what the span begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around {
    behind: Needs,
    before: Needs,
    inside: Needs,
    /// What must come further on.
    pub ahead: Way,
}

/// A pattern that a word can start, with what must stand around that word: small, for most are passed over at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Its number.
    pub pattern: u16,
    /// What stands behind, behind that, and before, as places in the lists of the lexicon.
    behind: u16,
    further: u16,
    before: u16,
    /// What must come further on.
    pub ahead: Way,
}

/// What the rules of the lexicon need.
pub(crate) struct Lexicon {
    /// What patterns take behind their first word, by its bits, and what they need before it and as the second behind it; each once.
    needs: Vec<Needs>,
    /// For each word of the lexicon the place of its row, and a row of bits: one for each pattern that takes the word behind its first.
    row_of: Vec<u16>,
    rows: Vec<Row>,
    /// The patterns that a word can start, by its number: from one place to the next. First those that look at the bits of the token
    /// behind; from the second place on those that only take certain words.
    starts: Vec<(u16, u16)>,
    started: Vec<Start>,
    /// By number of the word, what one or the other of its patterns takes behind it, as a place in the list.
    next: Vec<u16>,
    /// What must come further on.
    pub aheads: Aheads,
    /// By number of the entry, in the order of its contexts.
    pub contexts: Vec<Vec<Around>>,
    /// What lines of furniture begin with, their programs, and how many lines follow them.
    pub lines: Vec<(Needs, u32, u8)>,
}

/// Words that name people at work, by their shape.
const AGENTS: u64 = shape::AGENT | shape::AGENTS;

type Row = [u64; PATTERN_COUNT.div_ceil(64)];
const NO_ROW: Row = [0; PATTERN_COUNT.div_ceil(64)];

/// Worked out once, when the first text is analysed.
pub(crate) static NEEDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let programs = &*PROGRAMS;
    let code = programs.code();
    let mut firsts = FxHashMap::default();
    let mut first = |program| *firsts.entry(program).or_insert_with(|| Walk::new(code, program).needs(0));
    let mut distinct = Distinct::default();
    let (mut row_of, mut rows) = (vec![0; WORD_COUNT + 1], vec![NO_ROW]);
    let mut aheads = Aheads::new(code);
    // What patterns ask of the token behind their first word, for each word that can be the first.
    let mut asked: Vec<(u16, Start, Needs)> = Vec::new();
    for (it, pattern) in programs.patterns.iter().zip(0_u16..) {
        let start = Start { pattern, behind: 0, further: 0, before: distinct.place(first(it.backward)), ahead: Way::default() };
        let walk = Walk::new(code, it.forward);
        // Many ways lead to the same place.
        let mut known: Vec<(usize, Needs)> = Vec::new();
        let mut needs = |place: usize| {
            let found = known.iter().find(|(other, _)| *other == place).map(|(_, needs)| *needs);
            found.unwrap_or_else(|| {
                known.push((place, walk.needs(place)));
                known[known.len() - 1].1
            })
        };
        let (ahead, backward) = (ahead(code, it.forward), aheads.of(it.backward));
        for (op, next) in walk.taken(0) {
            let (mut needed, mut further) = (Needs::default(), Needs::default());
            for (op, next) in walk.taken(next) {
                needed.bits |= walk.bits(op);
                further = further.or(if matches!(op, Op::End | Op::Accept) { Needs::NOTHING } else { needs(next) });
                for word in walk.words(op) {
                    needed.words |= sign(word);
                    let place = &mut row_of[usize::from(word)];
                    if *place == 0 {
                        *place = small(rows.len());
                        rows.push(NO_ROW);
                    }
                    rows[usize::from(*place)][usize::from(pattern) / 64] |= 1 << (pattern % 64);
                }
            }
            let ahead = Way { forward: aheads.put(behind_first(&ahead, walk, next)), backward };
            let start = Start { further: distinct.place(further), ahead, ..start };
            asked.extend(walk.starting_words(op).map(|word| (word, start, needed)));
        }
    }
    asked.sort_unstable_by_key(|(word, start, _)| (*word, start.pattern));
    asked.dedup_by(|one, kept| {
        let same = (one.0, one.1.pattern) == (kept.0, kept.1.pattern);
        if same {
            kept.2 = kept.2.or(one.2);
            kept.1.ahead.forward = aheads.either(one.1.ahead.forward, kept.1.ahead.forward);
            let [one, other] = [one.1.further, kept.1.further].map(|place| distinct.list[usize::from(place)]);
            kept.1.further = distinct.place(one.or(other));
        }
        same
    });
    debug_assert!(asked.len() < usize::from(u16::MAX), "places of starts are short numbers");
    let (mut starts, mut started, mut next) = (Vec::new(), Vec::with_capacity(asked.len()), Vec::new());
    let mut rest = asked.as_slice();
    for word in (0..).take(WORD_COUNT + 2) {
        let (own, others) = rest.split_at(rest.iter().take_while(|(other, ..)| *other == word).count());
        rest = others;
        let from = small(started.len());
        let mut put = |started: &mut Vec<Start>, by_bits: bool| {
            let chosen = own.iter().filter(|(_, _, needed)| (needed.bits != 0) == by_bits);
            started.extend(chosen.map(|(_, start, needed)| Start { behind: distinct.place(Needs { words: 0, ..*needed }), ..*start }));
        };
        put(&mut started, true);
        starts.push((from, small(started.len())));
        put(&mut started, false);
        next.push(distinct.place(own.iter().fold(Needs::default(), |needs, (_, _, needed)| needs.or(*needed))));
    }
    let mut around = |it: &Context| Around {
        behind: first(it.forward),
        before: first(it.backward),
        inside: first(it.inside),
        ahead: Way { forward: aheads.of(it.forward), backward: aheads.of(it.backward) },
    };
    let contexts = programs.contexts.iter().map(|contexts| contexts.iter().map(&mut around).collect()).collect();
    let lines = LINES.iter().flat_map(|line| line.programs.iter().map(|program| (*program, line.follows)));
    let lines = lines.map(|(program, follows)| (first(program), program, follows)).collect();
    Lexicon { needs: distinct.list, row_of, rows, starts, started, next, aheads, contexts, lines }
});

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

impl Lexicon {
    /// The places of a sentence where a pattern can begin, as far as one look at two words tells. There is no branch: none is guessed
    /// wrong.
    pub fn beginnings(&self, tokens: &[Token], places: &mut Vec<u16>) {
        places.clear();
        places.resize(tokens.len(), 0);
        let mut count = 0;
        for (at, place) in (0..tokens.len()).zip(0_u16..) {
            let token = &tokens[at];
            let number = self.number(token);
            let starts = (number != 0) | token.is(AGENTS);
            let may =
                starts & !token.is(shape::CITATION) & self.needs[usize::from(self.next[number])].allow(Neighbour::new(tokens.get(at + 1)));
            places[count] = place;
            count += usize::from(may);
        }
        places.truncate(count);
    }

    /// The patterns that a token can start. Those that cannot go on with the token behind are left out, as far as one look tells.
    #[inline]
    pub fn started_by(&self, token: &Token, behind: Option<&Token>) -> &[Start] {
        let word = self.number(token);
        if word == 0 && !token.is(AGENTS) {
            return &[];
        }
        let ((from, words_only), (to, _)) = (self.starts[word], self.starts[word + 1]);
        let behind = behind.map_or(0, |behind| usize::from(behind.word));
        let to = if self.row_of.get(behind).is_none_or(|row| *row == 0) { words_only } else { to };
        &self.started[usize::from(from)..usize::from(to)]
    }

    /// The number of a word of the lexicon; 0 for all others, also those of a reader's own list.
    #[inline]
    fn number(&self, token: &Token) -> usize {
        let word = usize::from(token.word);
        if word + 1 < self.starts.len() { word } else { 0 }
    }

    /// The patterns that take a token behind their first word, as far as that is a word that they name.
    #[inline]
    pub fn row(&self, behind: Neighbour) -> &Row {
        let place = self.row_of.get(usize::from(behind.word)).map_or(0, |place| usize::from(*place));
        &self.rows[place]
    }

    /// Which of at most 64 patterns can match between these tokens, a bit for each; `row` is that of the first token behind.
    #[inline]
    pub fn allow(&self, starts: &[Start], before: Neighbour, [behind, further]: [Neighbour; 2], row: &Row) -> u64 {
        starts.iter().rev().fold(0, |allowed, start| {
            let pattern = usize::from(start.pattern);
            let by_word = row[pattern / 64] >> (pattern % 64) & 1;
            // All is looked at, for a guess that goes wrong costs more.
            let holds = ((self.needs[usize::from(start.behind)].bits & behind.bits) | by_word != 0)
                & self.needs[usize::from(start.before)].allow(before)
                & self.needs[usize::from(start.further)].allow(further);
            allowed << 1 | u64::from(holds)
        })
    }
}

/// Which of fewer than 64 contexts can hold around the tokens `start..end`, a bit for each.
#[inline]
pub(crate) fn possible(around: &[Around], tokens: &[Token], start: usize, end: usize) -> u64 {
    let before = Neighbour::new(start.checked_sub(1).map(|before| &tokens[before]));
    let (inside, behind) = (Neighbour::new(tokens.get(start)), Neighbour::new(tokens.get(end)));
    around.iter().rev().fold(0, |possible, around| {
        // All is looked at here, too.
        let holds = around.behind.allow(behind) & around.before.allow(before) & around.inside.allow(inside);
        possible << 1 | u64::from(holds)
    })
}

/// A token, or the edge of the sentence, as far as needs look at it.
#[derive(Clone, Copy)]
pub(crate) struct Neighbour {
    bits: u64,
    word: u16,
    sign: u64,
}

impl Neighbour {
    /// The token at a place; a citation bracket is an edge, as it is for the matcher.
    #[inline]
    pub fn new(token: Option<&Token>) -> Self {
        match token {
            Some(token) if !token.is(shape::CITATION) => Self { bits: token.bits, word: token.word, sign: sign(token.word) },
            _ => Self { bits: shape::EDGE, word: 0, sign: 0 },
        }
    }
}

impl Needs {
    /// Any token will do, or none.
    const NOTHING: Self = Self { bits: u64::MAX, words: 0 };

    /// One or the other.
    fn or(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, words: self.words | other.words }
    }

    #[inline]
    pub fn allow(self, neighbour: Neighbour) -> bool {
        (self.bits & neighbour.bits) | (self.words & neighbour.sign) != 0
    }
}

/// A program, to be walked through without a text.
#[derive(Clone, Copy)]
struct Walk<'a> {
    code: Code<'a>,
    program: &'a [Op],
}

impl<'a> Walk<'a> {
    fn new(code: Code<'a>, program: u32) -> Self {
        Self { code, program: &code.ops[program as usize..] }
    }

    /// The instructions that may take the next token at a place of the program, each with the place behind it; also those that ask
    /// for the end of the sentence, or for nothing more.
    fn taken(self, place: usize) -> Vec<(Op, usize)> {
        let (mut taken, mut seen, mut waiting) = (Vec::new(), Vec::new(), vec![place]);
        while let Some(pc) = waiting.pop() {
            if seen.contains(&pc) {
                continue;
            }
            seen.push(pc);
            match self.program[pc] {
                Op::Mark | Op::Start => waiting.push(pc + 1),
                Op::Jump(to) => waiting.push(usize::from(to)),
                Op::Split(one, other) => waiting.extend([usize::from(one), usize::from(other)]),
                Op::Gap(most, marks) => {
                    waiting.push(pc + 1);
                    if most > 0 {
                        taken.push((if marks { Op::Class(u8::MAX) } else { Op::Any }, pc));
                    }
                }
                op => taken.push((op, pc + 1)),
            }
        }
        taken
    }

    /// What the next token must be like at a place of the program.
    fn needs(self, place: usize) -> Needs {
        self.taken(place).into_iter().fold(Needs { bits: 0, words: 0 }, |needs, (op, _)| Needs {
            bits: needs.bits | self.bits(op),
            words: self.words(op).fold(needs.words, |words, word| words | sign(word)),
        })
    }

    /// One of these bits an instruction asks for.
    fn bits(self, op: Op) -> u64 {
        match op {
            Op::Word(_) | Op::Set(..) => 0,
            Op::Class(mask) => self.code.masks.get(usize::from(mask)).copied().unwrap_or(u64::MAX),
            Op::End => shape::EDGE,
            Op::Accept => u64::MAX,
            _ => shape::WORD | shape::DIGITS,
        }
    }

    /// Or for one of these words.
    fn words(self, op: Op) -> impl Iterator<Item = u16> + 'a {
        let (one, several) = match op {
            Op::Word(word) => (Some(word), 0..0),
            Op::Set(start, end) => (None, usize::from(start)..usize::from(end)),
            _ => (None, 0..0),
        };
        one.into_iter().chain(self.code.sets[several].iter().copied())
    }

    /// The words of the lexicon that an instruction takes; 0 stands for any other word of a shape that names agents.
    fn starting_words(self, op: Op) -> impl Iterator<Item = u16> {
        let bits = if matches!(op, Op::End | Op::Accept) { 0 } else { self.bits(op) };
        let bits = bits & (AGENTS | shape::CLASSES);
        let of_class = (1_u16..).take(WORD_COUNT).filter(move |word| bits_of(*word) & bits != 0);
        self.words(op).chain((bits & AGENTS != 0).then_some(0)).chain((bits != 0).then_some(of_class).into_iter().flatten())
    }
}
