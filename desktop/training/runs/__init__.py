"""The runs that lie on this computer: reopened, resumed, compared, named and deleted."""
