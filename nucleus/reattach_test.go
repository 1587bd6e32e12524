package nucleus_test

func bodyMain() {}
