//! Rules that differ between alcohol and drugs, as where a municipality has a standard for each.

use crate::{Rule, Rules, Standard, Substance, fact::AnyFact, read::Table};

/// The whole rules of each substance, where the file tells any of them apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnRules {
    pub(crate) alcohol: Rules,
    pub(crate) drugs: Rules,
}

/// The rules that hold for both substances, and those of each, from the groups of the file and from `[alcohol.…]` and
/// `[drugs.…]`.
pub(crate) fn read_rules(root: &Table<'_>) -> Option<(Rules, Option<Box<OwnRules>>)> {
    let rules = Rules::read(root);
    let (alcohol, drugs) = (root.optional_table("alcohol"), root.optional_table("drugs"));
    let (rules, alcohol, drugs) = (rules?, alcohol?, drugs?);
    if alcohol.is_none() && drugs.is_none() {
        return Some((rules, None));
    }
    let (alcohol, drugs) = (read_own(&rules, alcohol), read_own(&rules, drugs));
    let own = OwnRules { alcohol: alcohol?, drugs: drugs? };
    Some((own.alcohol.shared_with(&own.drugs), Some(Box::new(own))))
}

/// The rules of one substance: its own where its table has them, else those of both.
fn read_own(rules: &Rules, table: Option<Table<'_>>) -> Option<Rules> {
    let mut own = rules.clone();
    if let Some(table) = table {
        own.read_own(table)?;
    }
    Some(own)
}

impl Standard {
    /// The rules for a substance. Without one, those that hold for both: a rule that is told apart is silent there.
    #[must_use]
    pub fn rules_for(&self, substance: impl Into<Option<Substance>>) -> &Rules {
        match (&self.own_rules, substance.into()) {
            (None, _) | (_, None) => &self.rules,
            (Some(own), Some(Substance::Alcohol)) => &own.alcohol,
            (Some(own), Some(Substance::Drugs)) => &own.drugs,
        }
    }

    /// Every rule in the order of the groups and keys, stated or silent; one that is told apart stands there for each
    /// substance.
    #[must_use]
    pub fn list_rules(&self) -> Vec<Rule<'_>> {
        self.tell_apart(Rules::all, |one, other| one.stated == other.stated)
            .into_iter()
            .map(|(substance, rule)| Rule { substance, ..rule })
            .collect()
    }

    /// Every fact of the rules, by its place in the file.
    pub(crate) fn rule_facts(&self) -> Vec<(String, &dyn AnyFact)> {
        self.tell_apart(Rules::facts, |(_, _, one), (_, _, other)| one.is_same(*other))
            .into_iter()
            .map(|(substance, (group, key, fact))| {
                let table = match substance {
                    None => "",
                    Some(Substance::Alcohol) => "alcohol.",
                    Some(Substance::Drugs) => "drugs.",
                };
                (format!("{table}{group}.{key}"), fact)
            })
            .collect()
    }

    /// Lists something of every rule: once, or for each substance where the two are not alike.
    fn tell_apart<'a, T>(
        &'a self,
        list: impl Fn(&'a Rules) -> Vec<T>,
        is_alike: impl Fn(&T, &T) -> bool,
    ) -> Vec<(Option<Substance>, T)> {
        let Some(own) = &self.own_rules else {
            return list(&self.rules).into_iter().map(|one| (None, one)).collect();
        };
        let pairs = list(&own.alcohol).into_iter().zip(list(&own.drugs));
        pairs
            .flat_map(|(alcohol, drugs)| {
                if is_alike(&alcohol, &drugs) {
                    vec![(None, alcohol)]
                } else {
                    vec![(Some(Substance::Alcohol), alcohol), (Some(Substance::Drugs), drugs)]
                }
            })
            .collect()
    }
}
