//! What a list of groups and keys becomes.

/// Defines groups of rules: a struct each, how it is read, and how its facts are walked through.
macro_rules! groups {
    ($($(#[$meta:meta])* $group:ident { $($(#[$fmeta:meta])* $key:ident: $kind:ty,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $group { $($(#[$fmeta])* pub $key: Fact<$kind>,)+ }

        impl $group {
            pub(super) fn read(table: Table<'_>) -> Option<Self> {
                $(let $key = table.fact(stringify!($key));)+
                table.finish();
                Some(Self { $($key: $key?,)+ })
            }

            /// Takes over the keys that `table` has.
            pub(super) fn read_own(&mut self, table: Table<'_>) -> Option<()> {
                let mut is_readable = true;
                $(if table.has(stringify!($key)) {
                    match table.fact(stringify!($key)) {
                        Some(fact) => self.$key = fact,
                        None => is_readable = false,
                    }
                })+
                table.finish();
                is_readable.then_some(())
            }

            /// What holds in both; of what is told apart nothing holds for both.
            pub(super) fn shared_with(&self, other: &Self) -> Self {
                Self { $($key: if self.$key == other.$key { self.$key.clone() } else { Fact::Silent },)+ }
            }

            pub(super) fn facts(&self) -> Vec<(&'static str, &dyn AnyFact)> {
                vec![$((stringify!($key), &self.$key as &dyn AnyFact),)+]
            }

            pub(super) fn rules(&self, group: &'static str) -> Vec<Rule<'_>> {
                vec![$(Rule::of(group, stringify!($key), &self.$key),)+]
            }
        }
    )+};
}

/// Defines the whole of them.
macro_rules! rules {
    ($($field:ident: $group:ident,)+) => {
        /// The names of the groups.
        pub(crate) const GROUPS: &[&str] = &[$(stringify!($field)),+];

        /// All rules of one standard.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct Rules { $(pub $field: Box<$group>,)+ }

        impl Rules {
            pub(crate) fn read(root: &Table<'_>) -> Option<Self> {
                $(let $field = root.table(stringify!($field)).and_then($group::read).map(Box::new);)+
                Some(Self { $($field: $field?,)+ })
            }

            /// Takes over the keys of the groups that `table` has.
            pub(crate) fn read_own(&mut self, table: Table<'_>) -> Option<()> {
                let mut is_readable = true;
                $(if table.has(stringify!($field)) {
                    let own = table.table(stringify!($field));
                    is_readable &= own.and_then(|own| self.$field.read_own(own)).is_some();
                })+
                table.finish();
                is_readable.then_some(())
            }

            /// What holds in both; of what is told apart nothing holds for both.
            pub(crate) fn shared_with(&self, other: &Self) -> Self {
                Self { $($field: Box::new(self.$field.shared_with(&other.$field)),)+ }
            }

            /// Every fact with the name of its group and its key.
            pub(crate) fn facts(&self) -> Vec<(&'static str, &'static str, &dyn AnyFact)> {
                let mut all = Vec::new();
                $(all.extend(
                    self.$field.facts().into_iter().map(|(key, fact)| (stringify!($field), key, fact)),
                );)+
                all
            }

            /// Every rule in the order of the groups and keys, stated or silent.
            #[must_use]
            pub fn all(&self) -> Vec<Rule<'_>> {
                let mut all = Vec::new();
                $(all.extend(self.$field.rules(stringify!($field)));)+
                all
            }
        }
    };
}

pub(super) use {groups, rules};
