//! Counting and comparing words, for the checks; knows nothing of questions.

use invigil_engine::rich_text::{Block, RichText, Span, Style};

/// Words in order, in lower case: letters and digits with the signs that join parts of a name.
pub(crate) fn words(text: &str) -> Vec<String> {
    let joins = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '.' | ':' | '-');
    text.split(|sign: char| !joins(sign))
        .map(|word| word.trim_matches(['.', ':', '-']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The sentences of a text, as far as punctuation tells.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let marked = text.replace(". ", ".\n").replace("? ", "?\n").replace("! ", "!\n");
    marked.lines().map(str::to_owned).collect()
}

/// The lines of a text without its code, in whose place a sign stands that is no word.
pub(crate) fn prose(text: &RichText) -> Vec<String> {
    let line = |spans: &Vec<Span>| -> String {
        let words = |span: &Span| if span.style == Style::Code { "`".to_owned() } else { span.text.clone() };
        spans.iter().map(words).collect()
    };
    let lines = |block: &Block| -> Vec<String> {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => vec![line(spans)],
            Block::List { items, .. } => items.iter().map(line).collect(),
            Block::Table { header, rows } => header.iter().chain(rows.iter().flatten()).map(line).collect(),
            Block::Code { .. } => Vec::new(),
        }
    };
    text.0.iter().flat_map(lines).collect()
}

/// The text in lower case with every run of other signs as one space: what two texts have alike
/// that differ only in punctuation.
pub(crate) fn normal(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|sign: char| !sign.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

/// Absolute terms, which a test-wise guesser avoids.
pub(crate) fn absolutes(text: &str) -> usize {
    const TERMS: &[&str] = &["always", "never", "only", "all", "every", "must", "cannot", "none", "any"];
    words(text).iter().filter(|word| TERMS.contains(&word.as_str())).count()
}

/// Whether a vague term stands in the text, which a test-wise guesser seeks.
pub(crate) fn hedged(text: &str) -> bool {
    const TERMS: &[&str] = &["usually", "often", "may", "might", "typically", "generally"];
    let words = words(text);
    let can_be = words.iter().zip(words.iter().skip(1)).any(|(one, two)| one == "can" && two == "be");
    can_be || words.iter().any(|word| TERMS.contains(&word.as_str()))
}

/// The place among the options that a text names, such as `option B` or `the last answer`.
///
/// Options are shuffled, so such words would lead a reader astray. A small `a` after `option` is
/// taken for the article.
pub(crate) fn names_a_position(text: &str) -> Option<String> {
    let signs: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let word = |place: usize| signs.get(place).copied().unwrap_or_default();
    (0..signs.len()).find(|at| is_position(word(*at), word(at + 1), word(at + 2))).map(|at| {
        let (one, two) = (word(at), word(at + 1));
        format!("{one} {two}")
    })
}

fn is_position(one: &str, two: &str, three: &str) -> bool {
    const NOUNS: &[&str] = &["option", "answer", "choice"];
    const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "last"];
    // `Servers answer A queries` speaks of records, `answer A is right` of an option.
    const VERBS: &[&str] = &["", "is", "was", "has", "does", "would", "fails", "and", "or"];
    let (one, noun) = (one.to_lowercase(), two.to_lowercase());
    if ORDINALS.contains(&one.as_str()) {
        return NOUNS.contains(&noun.as_str());
    }
    let letter = two != "a" && matches!(noun.as_str(), "a" | "b" | "c" | "d" | "e" | "f");
    let record = one == "answer" && two == "A" && !VERBS.contains(&three);
    NOUNS.contains(&one.as_str()) && letter && !record
}

/// Hashes of every `length` words in a row, sorted, each once.
pub(crate) fn shingles(text: &str, length: usize) -> Vec<u64> {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let words = words(text);
    let mut shingles: Vec<u64> = words
        .windows(length)
        .map(|run| {
            let mut hasher = DefaultHasher::new();
            run.hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// What two sorted sets share, of all that stands in either: 0 to 1; 0 where both are empty.
pub(crate) fn jaccard(one: &[u64], two: &[u64]) -> f64 {
    let (mut left, mut right) = (one.iter().peekable(), two.iter().peekable());
    let mut shared = 0;
    // Both are sorted, so one walk along the two finds what they share.
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let order = a.cmp(b);
        shared += usize::from(order.is_eq());
        if order.is_le() {
            left.next();
        }
        if order.is_ge() {
            right.next();
        }
    }
    let all = one.len() + two.len() - shared;
    if all == 0 { 0.0 } else { ratio(shared, all) }
}

/// A quotient of counts.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_position(text: &str, expected: Option<&str>) {
        assert_eq!(names_a_position(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn positions_are_told_from_articles() {
        check_position("As in option B, the key ends.", Some("option B"));
        check_position("The first answer is right.", Some("first answer"));
        check_position("Answer A is right.", Some("Answer A"));
        check_position("Name servers answer A queries with it.", None);
        check_position("An option a developer has.", None);
        check_position("It is the last resort.", None);
        check_position("The option disables it.", None);
    }

    #[test]
    fn words_keep_the_names_of_the_trade() {
        assert_eq!(words("Call `s3:GetObject`, then x-ray."), ["call", "s3:getobject", "then", "x-ray"]);
        assert_eq!(normal("A  b-c."), "a b c");
    }

    #[test]
    fn vague_and_absolute_terms_are_whole_words() {
        assert_eq!(absolutes("It must never fail; Allow it"), 2);
        assert!(hedged("It can be slow") && hedged("It may fail"));
        assert!(!hedged("Use dismay"));
    }

    #[test]
    fn jaccard_counts_shared_triples() {
        let one = shingles("a queue keeps messages for days", 3);
        assert!((jaccard(&one, &one) - 1.0).abs() < 1e-9);
        assert!(jaccard(&one, &shingles("a table keeps items for years", 3)).abs() < 1e-9);
        assert!(jaccard(&[], &[]).abs() < 1e-9);
        assert!((jaccard(&[1, 2, 5], &[2, 3, 4, 5]) - 0.4).abs() < 1e-9);
    }
}
