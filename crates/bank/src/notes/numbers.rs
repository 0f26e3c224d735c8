//! Numbers in running text: those of a fact must stand in the block that states it.

/// Words that stand for the numbers up to twelve.
const WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The numbers of a text without the commas between thousands. What belongs to a name (`S3`, `us-east-1`, `SHA-256`) is none.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let (mut found, mut before): (Vec<String>, [char; 2]) = (Vec::new(), [' ', ' ']);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_ascii_digit() {
            let mut number = String::from(sign);
            while let Some(next) = signs.next_if(|next| next.is_ascii_digit() || matches!(next, ',' | '.')) {
                number.push(next);
            }
            let last = number.chars().next_back().unwrap_or(sign);
            if !names(before) {
                found.push(plain(&number));
            }
            before = ['0', last];
        } else {
            before = [before[1], sign];
        }
    }
    found
}

/// A number as it is compared.
pub(super) fn plain(number: &str) -> String {
    number.trim_end_matches(['.', ',']).replace(',', "")
}

/// Whether digits behind these two signs belong to a name.
fn names([first, second]: [char; 2]) -> bool {
    let letter = |sign: char| sign.is_ascii_alphabetic();
    letter(second) || second == '_' || (matches!(second, '-' | '.') && letter(first))
}

/// Whether a text holds a number, as a figure or as a word.
pub(super) fn holds(text: &str, number: &str) -> bool {
    if numbers(text).iter().any(|known| known == number) {
        return true;
    }
    let Some(word) = number.parse::<usize>().ok().and_then(|small| WORDS.get(small)) else { return false };
    text.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|found| found.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(numbers(text), expected, "{text}");
    }

    #[test]
    fn numbers_are_told_from_names() {
        check("from 30 s to 12 h", &["30", "12"]);
        check("10,000 objects, 1.5 MB.", &["10000", "1.5"]);
        check("S3 in us-east-1 by SHA-256, T2 and x86_64", &[]);
        check("1-15 minutes (5 by default)", &["1", "15", "5"]);
        check("v2.1 and 4xx", &["4"]);
    }

    #[test]
    fn small_numbers_may_be_words() {
        assert!(holds("at most Ten messages", "10"));
        assert!(holds("at most 10 messages", "10"));
        assert!(!holds("often", "10"));
        assert!(!holds("thirty seconds", "30"));
    }
}
