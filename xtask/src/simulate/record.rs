//! The figures that were recorded, and what may not become worse.

use std::collections::BTreeMap;
use std::fs;

use invigil_study::readiness::Parameters;
use serde::{Deserialize, Serialize};

use super::figures::Figures;
use super::models::Model;
use super::table::tables;
use super::world::KNOWN;
use crate::failure::{During, Failure, Outcome};
use crate::project::Project;

/// By how much the Brier score, the calibration error and the coverage may be worse than recorded.
const BRIER: f64 = 0.003;
const CALIBRATION: f64 = 0.01;
const COVERAGE: f64 = 0.02;

const FIGURES: &str = "xtask/src/simulate/recorded.json";
const DOCUMENT: &str = "docs/readiness.md";
/// The tables of the document stand between these.
const BEGIN: &str = "<!-- cargo xtask simulate --record -->\n";
const END: &str = "<!-- end -->\n";

/// What is recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recorded {
    /// The parameters that the figures are of.
    parameters: String,
    /// Worlds in which the model is known to have a worse Brier score than the claim of all answers, each with why it
    /// is borne. Written by hand.
    known_worse: BTreeMap<String, String>,
    worlds: Vec<Figures>,
}

impl Recorded {
    pub(super) fn read(project: &Project) -> Outcome<Self> {
        let path = project.root.join(FIGURES);
        let text = fs::read_to_string(&path).during("read", &path)?;
        serde_json::from_str(&text).during("understand", &path)
    }

    /// Records figures, here and in the document; what was written by hand stays.
    pub(super) fn write(project: &Project, worlds: Vec<Figures>) -> Outcome {
        let known_worse = Self::read(project).map(|old| old.known_worse).unwrap_or_default();
        let recorded = Self { parameters: parameters(), known_worse, worlds };
        let path = project.root.join(FIGURES);
        let text = serde_json::to_string_pretty(&recorded).during("write", &path)?;
        fs::write(&path, text + "\n").during("write", &path)?;
        let path = project.root.join(DOCUMENT);
        let text = fs::read_to_string(&path).during("read", &path)?;
        let text = with_tables(&text, &tables(&recorded.worlds))
            .ok_or_else(|| Failure::new(format!("{DOCUMENT} has no place for the tables: {BEGIN}{END}")))?;
        fs::write(&path, text).during("write", &path)
    }

    /// What is worse than it may be, each in a sentence.
    pub(super) fn complaints(&self, found: &[Figures]) -> Vec<String> {
        let mut complaints = Vec::new();
        if self.parameters != parameters() {
            complaints.push(
                "the parameters are not those of the recorded figures: docs/adr/0017 says how they change"
                    .to_owned(),
            );
        }
        for figures in found {
            match self.worlds.iter().find(|recorded| recorded.world == figures.world) {
                Some(recorded) => complaints.extend(worse(recorded, figures)),
                None => complaints.push(format!("'{}': not recorded yet", figures.world)),
            }
            if KNOWN.iter().any(|world| world.name == figures.world) {
                complaints.extend(self.beside_all_answers(figures));
            }
        }
        for recorded in &self.worlds {
            if !found.iter().any(|figures| figures.world == recorded.world) {
                complaints.push(format!("'{}': recorded, and no longer a world", recorded.world));
            }
        }
        complaints
    }

    /// The model must be worth more than the claim of all answers, or be known not to be.
    fn beside_all_answers(&self, found: &Figures) -> Option<String> {
        let (ours, all) = (found.of(Model::Ours)?.brier, found.of(Model::AllAnswers)?.brier);
        let world = &found.world;
        match (ours > all, self.known_worse.contains_key(world)) {
            (true, false) => Some(format!("'{world}': Brier {ours:.4}, and {all:.4} by all answers alike")),
            (false, true) => {
                Some(format!("'{world}': no longer worse than all answers alike; take it out of known_worse"))
            }
            _ => None,
        }
    }

    /// The worlds that are borne, each with why.
    pub(super) fn borne(&self) -> impl Iterator<Item = String> {
        self.known_worse
            .iter()
            .map(|(world, why)| format!("known to be worse than all answers alike: '{world}': {why}"))
    }
}

fn worse(recorded: &Figures, found: &Figures) -> Vec<String> {
    let (Some(old), Some(new)) = (recorded.of(Model::Ours), found.of(Model::Ours)) else {
        return vec![format!("'{}': the model is missing", found.world)];
    };
    let fallen = |figures: &Figures| -figures.coverage;
    [
        ("the Brier score", old.brier, new.brier, BRIER),
        ("the calibration error", old.calibration_error, new.calibration_error, CALIBRATION),
        ("the coverage of the interval", fallen(recorded), fallen(found), COVERAGE),
    ]
    .into_iter()
    // Figures have four places: half of the last is what a float may be off.
    .filter(|(_, old, new, allowed)| new - old > allowed + 0.000_05)
    .map(|(what, old, new, allowed)| {
        let [old, new] = [old, new].map(f64::abs);
        format!("'{}': {what} is {new:.4}, recorded {old:.4}; it may be worse by {allowed}", found.world)
    })
    .collect()
}

/// The parameters in words, so that a changed one shows.
fn parameters() -> String {
    format!("{:?}", Parameters::default())
}

/// A document with other tables; none where it has no place for them.
fn with_tables(document: &str, tables: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{tables}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> Project {
        Project::locate().unwrap()
    }

    fn recorded() -> Recorded {
        Recorded::read(&project()).unwrap()
    }

    /// What the check says of recorded figures that were changed in the first world.
    #[track_caller]
    fn check(change: fn(&mut Figures), expected: Option<&str>) {
        let recorded = recorded();
        let mut found = recorded.worlds.clone();
        change(&mut found[0]);
        let complaints = recorded.complaints(&found);
        match expected {
            None => assert_eq!(complaints, [""; 0]),
            Some(words) => {
                assert!(complaints.len() == 1 && complaints[0].contains(words), "{complaints:?}");
                assert!(complaints[0].starts_with("'65 answers, all new'"), "{complaints:?}");
            }
        }
    }

    fn ours(figures: &mut Figures) -> &mut super::super::figures::ModelFigures {
        figures.models.last_mut().unwrap()
    }

    #[test]
    fn what_is_worse_than_recorded_is_said() {
        check(|_| (), None);
        check(|found| ours(found).brier += 0.003, None);
        check(|found| ours(found).brier -= 0.05, None);
        check(|found| ours(found).brier += 0.0032, Some("the Brier score"));
        check(|found| ours(found).calibration_error += 0.01, None);
        check(|found| ours(found).calibration_error += 0.0102, Some("the calibration error"));
        check(|found| found.coverage -= 0.02, None);
        check(|found| found.coverage += 0.1, None);
        check(|found| found.coverage -= 0.0202, Some("the coverage of the interval is"));
        check(|found| found.models[1].brier = 0.1, Some("by all answers alike"));
    }

    #[test]
    fn a_world_that_came_or_went_is_said() {
        let recorded = recorded();
        let mut found = recorded.worlds.clone();
        found[8].world = "another".to_owned();
        let complaints = recorded.complaints(&found);
        assert!(complaints.len() == 2 && complaints[0].contains("not recorded yet"), "{complaints:?}");
        assert!(complaints[1].contains("no longer a world"), "{complaints:?}");
    }

    #[test]
    fn other_parameters_are_said_and_a_case_that_is_known_is_borne() {
        let mut recorded = recorded();
        recorded.parameters = "others".to_owned();
        let mut found = recorded.worlds.clone();
        found[0].models[1].brier = 0.1;
        assert_eq!(recorded.complaints(&found).len(), 2);
        recorded.known_worse.insert(found[0].world.clone(), "a reason".to_owned());
        assert_eq!(recorded.complaints(&found).len(), 1);
        assert_eq!(recorded.borne().count(), 1);
        assert!(recorded.complaints(&recorded.worlds)[1].contains("take it out of known_worse"));
    }

    #[test]
    fn the_document_has_the_figures_that_were_recorded() {
        let document = fs::read_to_string(project().root.join(DOCUMENT)).unwrap();
        assert_eq!(with_tables(&document, &tables(&recorded().worlds)).as_deref(), Some(document.as_str()));
    }
}
