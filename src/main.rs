//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    tremplin::cli::run(&arguments).into()
}
