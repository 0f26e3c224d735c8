//! How the real exam went, as its candidate told: the only thing by which a chance that was shown can be judged.

use crate::packed::packed_fields;
use crate::time::Date;

/// An exam that was sat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its day.
    pub day: Date,
    /// Whether it was passed.
    pub passed: bool,
    /// The scaled score; none when it was not told.
    pub score: Option<u32>,
    /// The chance in percent that was last shown; none when none was.
    pub chance: Option<u32>,
}

packed_fields!(Outcome { day, passed, score, chance });

impl Outcome {
    /// It as a row: `day.p.score.chance`, a dash for what was not told.
    pub fn row(&self) -> String {
        let told = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        let passed = if self.passed { 'p' } else { 'f' };
        format!("{}.{passed}.{}.{}", self.day, told(self.score), told(self.chance))
    }

    /// Reads a row.
    fn of_row(row: &str) -> Option<Self> {
        let mut parts = row.split('.');
        let mut next = || parts.next();
        let day = Date::parse(next()?)?;
        let passed = match next()? {
            "p" => true,
            "f" => false,
            _ => return None,
        };
        let told = |text: &str| if text == "-" { Some(None) } else { text.parse().ok().map(Some) };
        let (score, chance) = (told(next()?)?, told(next()?)?);
        next().is_none().then_some(Self { day, passed, score, chance })
    }

    /// Reads rows; those that cannot be read are left out.
    pub fn of_rows(rows: &str) -> Vec<Self> {
        rows.split(';').filter_map(Self::of_row).collect()
    }
}

/// Rows of both, by rising day and each once; in either order the same. Of two about one day the one counts that says
/// more: passed over not passed, then the greater score.
pub fn joined(ours: &str, theirs: &str) -> Option<String> {
    let weight = |outcome: &Outcome| (outcome.passed, outcome.score, outcome.chance);
    let mut all: Vec<Outcome> = Vec::new();
    for outcome in Outcome::of_rows(ours).into_iter().chain(Outcome::of_rows(theirs)) {
        match all.binary_search_by_key(&outcome.day, |known| known.day) {
            Ok(place) => {
                if let Some(known) = all.get_mut(place).filter(|known| weight(known) < weight(&outcome)) {
                    *known = outcome;
                }
            }
            Err(place) => all.insert(place, outcome),
        }
    }
    let rows: Vec<String> = all.iter().map(Outcome::row).collect();
    (!rows.is_empty()).then(|| rows.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_they_were_written() {
        let rows = "2026-12-04.f.690.45;2027-01-15.p.-.-";
        let outcomes = Outcome::of_rows(rows);
        assert_eq!(outcomes.iter().map(Outcome::row).collect::<Vec<_>>().join(";"), rows);
        assert_eq!((outcomes[0].score, outcomes[1].chance), (Some(690), None));
        assert_eq!(Outcome::of_rows("2026-12-04.x.690.45;;2026-12-04.p.690;2026-13-04.p.-.-"), []);
    }

    #[test]
    fn rows_are_joined_by_day() {
        let (one, other) = ("2026-12-04.f.690.45", "2027-01-15.p.-.-");
        assert_eq!(joined(one, other), joined(other, one));
        assert_eq!(joined(one, other).unwrap(), format!("{one};{other}"));
        for (other, kept) in [
            ("2026-12-04.p.-.-", "2026-12-04.p.-.-"),
            ("2026-12-04.f.650.45", one),
            ("2026-12-04.f.-.90", one),
        ] {
            assert_eq!(joined(one, other).as_deref(), Some(kept));
            assert_eq!(joined(other, one).as_deref(), Some(kept), "in either order");
        }
        assert_eq!(joined("", "torn"), None);
    }
}
