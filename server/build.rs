//! Builds the server again when a migration is added: the macro that takes them in does not see a new file by itself.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
