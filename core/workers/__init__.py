"""Workers: processes on this machine or on a Dask cluster, behind one interface."""
