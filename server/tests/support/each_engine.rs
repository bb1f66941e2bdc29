//! A test on each engine, under a name of its own: `#[apply(each_engine)]`.

#[rstest_reuse::template]
#[rstest::rstest]
pub fn each_engine(#[values(EngineKind::Sqlite, EngineKind::Postgres)] engine: EngineKind) {}
