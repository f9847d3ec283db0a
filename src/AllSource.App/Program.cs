using AllSource.App.Cli;

return Run.Verb(args, Terminal.OfProcess());
