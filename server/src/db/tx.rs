//! A transaction, or a connection to read by.

use super::{DbResult, FromRow, Row, Value};
use sqlx::{
    AssertSqlSafe, Postgres, Sqlite, Transaction,
    pool::PoolConnection,
    postgres::{PgArguments, PgConnection},
    query::Query,
    sqlite::{SqliteArguments, SqliteConnection},
};
use std::borrow::Cow;

/// A transaction, rolled back unless it is committed; or a connection to read by, which has nothing to commit.
pub struct Tx(Inner);

enum Inner {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    /// Whether the connection keeps statements that were prepared.
    PostgresWrite(Transaction<'static, Postgres>, bool),
}

enum Connection<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection, bool),
}

impl Tx {
    pub(super) const fn sqlite_read(connection: PoolConnection<Sqlite>) -> Self {
        Self(Inner::SqliteRead(connection))
    }

    pub(super) const fn sqlite_write(transaction: Transaction<'static, Sqlite>) -> Self {
        Self(Inner::SqliteWrite(transaction))
    }

    pub(super) const fn postgres_read(connection: PoolConnection<Postgres>) -> Self {
        Self(Inner::PostgresRead(connection))
    }

    pub(super) const fn postgres_write(transaction: Transaction<'static, Postgres>, keeps: bool) -> Self {
        Self(Inner::PostgresWrite(transaction, keeps))
    }

    fn connection(&mut self) -> Connection<'_> {
        match &mut self.0 {
            Inner::SqliteRead(connection) => Connection::Sqlite(connection),
            Inner::SqliteWrite(transaction) => Connection::Sqlite(transaction),
            Inner::PostgresRead(connection) => Connection::Postgres(connection, true),
            Inner::PostgresWrite(transaction, keeps) => Connection::Postgres(transaction, *keeps),
        }
    }

    /// Makes what was written stand.
    pub async fn commit(self) -> DbResult<()> {
        match self.0 {
            Inner::SqliteWrite(transaction) => transaction.commit().await?,
            Inner::PostgresWrite(transaction, _) => transaction.commit().await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {}
        }
        Ok(())
    }

    /// Runs a statement; gives how many rows it has touched.
    pub async fn execute(&mut self, statement: &'static str, values: &[Value<'_>]) -> DbResult<u64> {
        self.execute_sql(statement, values).await
    }

    async fn execute_sql(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: &[Value<'_>],
    ) -> DbResult<u64> {
        let sql = AssertSqlSafe(sql.into());
        Ok(match self.connection() {
            Connection::Sqlite(one) => bind_sqlite(sql, values).execute(one).await?.rows_affected(),
            Connection::Postgres(one, keeps) => {
                bind_postgres(sql, values, keeps).execute(one).await?.rows_affected()
            }
        })
    }

    async fn fetch_sql(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: &[Value<'_>],
    ) -> DbResult<Option<Row>> {
        let sql = AssertSqlSafe(sql.into());
        Ok(match self.connection() {
            Connection::Sqlite(one) => bind_sqlite(sql, values).fetch_optional(one).await?.map(Row::Sqlite),
            Connection::Postgres(one, keeps) => {
                bind_postgres(sql, values, keeps).fetch_optional(one).await?.map(Row::Postgres)
            }
        })
    }

    /// All rows that a statement finds.
    pub async fn fetch_all<T: FromRow>(
        &mut self,
        statement: &'static str,
        values: &[Value<'_>],
    ) -> DbResult<Vec<T>> {
        match self.connection() {
            Connection::Sqlite(one) => {
                let rows = bind_sqlite(AssertSqlSafe(Cow::from(statement)), values).fetch_all(one).await?;
                rows.into_iter().map(|row| T::from_row(&Row::Sqlite(row))).collect()
            }
            Connection::Postgres(one, keeps) => {
                let sql = AssertSqlSafe(Cow::from(statement));
                let rows = bind_postgres(sql, values, keeps).fetch_all(one).await?;
                rows.into_iter().map(|row| T::from_row(&Row::Postgres(row))).collect()
            }
        }
    }

    /// The one row that a statement finds, if it finds any.
    pub async fn fetch_optional<T: FromRow>(
        &mut self,
        statement: &'static str,
        values: &[Value<'_>],
    ) -> DbResult<Option<T>> {
        let row = self.fetch_sql(statement, values).await?;
        row.map(|row| T::from_row(&row)).transpose()
    }

    /// The one row that a statement always finds, such as a count.
    pub async fn fetch_one<T: FromRow>(
        &mut self,
        statement: &'static str,
        values: &[Value<'_>],
    ) -> DbResult<T> {
        match self.fetch_optional(statement, values).await? {
            Some(found) => Ok(found),
            None => Err(sqlx::Error::RowNotFound.into()),
        }
    }

    /// The number in the column `number` of the one row that a statement finds.
    pub async fn count(&mut self, statement: &'static str, values: &[Value<'_>]) -> DbResult<u64> {
        self.fetch_one::<Count>(statement, values).await.map(|Count(number)| number)
    }

    /// Deletes the rows of a table for which a condition on `$1` holds; gives how many. Both are parts of the program.
    pub async fn delete_where(
        &mut self,
        table: &'static str,
        condition: &'static str,
        value: Value<'_>,
    ) -> DbResult<u64> {
        self.execute_sql(format!("DELETE FROM {table} WHERE {condition}"), &[value]).await
    }

    /// Counts the rows of a table for which a condition on `$1` holds. Both are parts of the program.
    pub async fn count_where(
        &mut self,
        table: &'static str,
        condition: &'static str,
        value: Value<'_>,
    ) -> DbResult<u64> {
        let statement = format!("SELECT COUNT(*) AS number FROM {table} WHERE {condition}");
        let row = self.fetch_sql(statement, &[value]).await?;
        row.map_or(Ok(0), |row| row.get("number"))
    }

    /// Asks the engine whether it understands a statement, and runs nothing.
    pub async fn prepare(&mut self, statement: &'static str) -> DbResult<()> {
        use sqlx::{Executor, SqlSafeStr};
        match self.connection() {
            Connection::Sqlite(one) => one.prepare(statement.into_sql_str()).await.map(drop)?,
            Connection::Postgres(one, _) => one.prepare(statement.into_sql_str()).await.map(drop)?,
        }
        Ok(())
    }
}

struct Count(u64);

impl FromRow for Count {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("number").map(Self)
    }
}

/// A statement that is part of the program, or made of parts of it: never of what somebody has written.
type Sql = AssertSqlSafe<Cow<'static, str>>;

fn bind_sqlite<'q>(sql: Sql, values: &'q [Value<'_>]) -> Query<'q, Sqlite, SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Int(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_deref()),
        Value::Bytes(bytes) => query.bind(*bytes),
    })
}

fn bind_postgres<'q>(sql: Sql, values: &'q [Value<'_>], keeps: bool) -> Query<'q, Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql).persistent(keeps), |query, value| match value {
        Value::Int(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_deref()),
        Value::Bytes(bytes) => query.bind(*bytes),
    })
}
