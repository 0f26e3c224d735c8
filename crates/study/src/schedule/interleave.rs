//! An order of questions in which subjects alternate.

/// Where a question belongs in a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) domain: u8,
    pub(super) task: Option<u8>,
}

/// The most questions of one subject in a row.
const RUN: usize = 2;

/// How many of one subject follow each other at the end, and how many are left of each.
#[derive(Default)]
struct Level {
    last: Option<usize>,
    run: usize,
    left: Vec<usize>,
}

/// Questions of one task, in the order of urgency.
struct Group {
    domain: usize,
    ranks: Vec<usize>,
    next: usize,
}

/// The order in which to ask what stands at these places, most urgent first: always the most urgent that neither is
/// the third in a row of its domain or task, nor leaves more of another than the rest can part. Where neither can be
/// met the domain yields before the task, and the most urgent comes.
///
/// The work is that of the number of questions times that of tasks.
pub(super) fn interleave(places: &[Place]) -> Vec<usize> {
    let mut groups = groups(places);
    let domains = groups.iter().map(|group| group.domain + 1).max().unwrap_or(0);
    let mut by_domain = Level { left: vec![0; domains], ..Level::default() };
    let mut by_task = Level { left: Vec::with_capacity(groups.len()), ..Level::default() };
    for group in &groups {
        by_task.left.push(group.ranks.len());
        if let Some(left) = by_domain.left.get_mut(group.domain) {
            *left += group.ranks.len();
        }
    }
    let mut order = Vec::with_capacity(places.len());
    for left in (0..places.len()).rev() {
        let (domain_must, task_must) = (by_domain.must(left), by_task.must(left));
        let heads = groups.iter().enumerate();
        let heads =
            heads.filter_map(|(task, group)| Some((*group.ranks.get(group.next)?, task, group.domain)));
        let cost = |(rank, task, domain)| {
            let by_domain = by_domain.cost(domain, left, domain_must);
            let by_task = by_task.cost(task, left, task_must);
            (by_domain.0, by_task.0, by_domain.1, by_task.1, rank, task)
        };
        // Mostly the most urgent may come.
        let urgent = heads.clone().min().map(cost).filter(|cost| matches!(cost, (false, false, 0, 0, ..)));
        let Some((.., rank, task)) = urgent.or_else(|| heads.map(cost).min()) else { break };
        order.push(rank);
        by_task.take(task);
        if let Some(group) = groups.get_mut(task) {
            group.next += 1;
            by_domain.take(group.domain);
        }
    }
    order
}

/// One group a task, in the order of the guide.
fn groups(places: &[Place]) -> Vec<Group> {
    let mut known: Vec<Place> = places.to_vec();
    known.sort_unstable();
    known.dedup();
    let mut groups: Vec<Group> = known
        .iter()
        .map(|place| Group { domain: usize::from(place.domain), ranks: Vec::new(), next: 0 })
        .collect();
    for (rank, place) in places.iter().enumerate() {
        let group = known.binary_search(place).ok().and_then(|at| groups.get_mut(at));
        if let Some(group) = group {
            group.ranks.push(rank);
        }
    }
    groups
}

impl Level {
    /// The subject of which there is more than `left` others could part, if another comes next, and by how many. There
    /// is one at most.
    fn must(&self, left: usize) -> Option<(usize, usize)> {
        let over = |count: usize| count.saturating_sub(RUN * (left.saturating_sub(count) + 1));
        self.left.iter().map(|count| over(*count)).enumerate().find(|(_, over)| *over > 0)
    }

    /// Whether a subject would be one too many in a row, and how many of what is left after it could not be parted.
    fn cost(&self, subject: usize, left: usize, must: Option<(usize, usize)>) -> (bool, usize) {
        let run = if self.last == Some(subject) { self.run + 1 } else { 1 };
        let count = self.left.get(subject).map_or(0, |count| count.saturating_sub(1));
        let over = (count + run).saturating_sub(RUN * (left.saturating_sub(count) + 1));
        let other = must.filter(|(must, _)| *must != subject).map_or(0, |(_, over)| over);
        (run > RUN, over.max(other))
    }

    fn take(&mut self, subject: usize) {
        self.run = if self.last == Some(subject) { self.run + 1 } else { 1 };
        self.last = Some(subject);
        if let Some(count) = self.left.get_mut(subject) {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Domains as letters; tasks are left away.
    #[track_caller]
    fn check(urgency: &str, expected: &str) {
        let letters: Vec<char> = urgency.chars().collect();
        let places: Vec<Place> = letters
            .iter()
            .map(|letter| Place { domain: u8::try_from(*letter).unwrap() - b'a', task: None })
            .collect();
        let order: String = interleave(&places).into_iter().map(|at| letters[at]).collect();
        assert_eq!(order, expected, "{urgency}");
    }

    #[test]
    fn no_three_in_a_row_are_of_one_domain_where_that_can_be_avoided() {
        check("", "");
        check("abab", "abab");
        check("aabb", "aabb");
        check("aaab", "aaba");
        check("abcaaaa", "abaacaa");
        check("baaaa", "aabaa");
        check("baaaaa", "aabaaa");
        check("aaaa", "aaaa");
    }

    /// Every order of up to nine questions of three domains.
    #[test]
    fn three_in_a_row_stand_only_where_one_domain_has_too_many() {
        for length in 0..=9_u32 {
            for code in 0..3_u32.pow(length) {
                let domains = (0..length).map(|at| u8::try_from(code / 3_u32.pow(at) % 3).unwrap());
                let places: Vec<Place> = domains.map(|domain| Place { domain, task: None }).collect();
                let order = interleave(&places);
                let mut once = order.clone();
                once.sort_unstable();
                assert!(once.into_iter().eq(0..places.len()), "{places:?}");
                let most =
                    (0..3).map(|domain| places.iter().filter(|place| place.domain == domain).count()).max();
                let most = most.unwrap_or(0);
                let avoidable = most <= RUN * (places.len() - most + 1);
                let parted =
                    order.windows(3).all(|three| three.iter().any(|at| places[*at] != places[three[0]]));
                assert_eq!(parted, avoidable, "{places:?} {order:?}");
            }
        }
    }

    #[test]
    fn tasks_alternate_within_a_domain() {
        let place = |task| Place { domain: 0, task: Some(task) };
        let order = interleave(&[place(1), place(1), place(1), place(2), place(1)]);
        assert_eq!(order, [0, 1, 3, 2, 4]);
    }
}
