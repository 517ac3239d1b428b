locals {
  account = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"
}

resource "aws_iam_role" "deploy" {
  name                 = "deploy"
  path                 = "/ci/"
  description          = ["deploys", "deploys at night", "deploys at night"][var.stage - 1]
  max_session_duration = [3600, 7200, 7200][var.stage - 1]

  permissions_boundary = [aws_iam_policy.reading.arn, null, "arn:aws:iam::aws:policy/ReadOnlyAccess"][var.stage - 1]

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = [local.account, local.account, data.aws_caller_identity.me.arn][var.stage - 1] }
    }]
  })

  tags = [{ Team = "blue" }, { Team = "green" }, {}][var.stage - 1]
}

resource "aws_iam_role_policy" "lists" {
  name = "lists"
  role = aws_iam_role.deploy.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:List*", "iam:Get*", "iam:Get*"][var.stage - 1], Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "reading" {
  role       = aws_iam_role.deploy.name
  policy_arn = ["arn:aws:iam::aws:policy/ReadOnlyAccess", aws_iam_policy.reading.arn, aws_iam_policy.reading.arn][var.stage - 1]
}

resource "aws_iam_role" "machine" {
  name = "machine"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "machine" {
  name = "machine"
  role = [aws_iam_role.machine.name, aws_iam_role.machine.name, aws_iam_role.deploy.name][var.stage - 1]
  tags = [{ Team = "blue" }, {}, {}][var.stage - 1]
}

data "aws_iam_role" "deploy" {
  name       = aws_iam_role.deploy.name
  depends_on = [aws_iam_role_policy.lists]
}

data "aws_iam_roles" "all" {
  depends_on = [aws_iam_role.deploy, aws_iam_role.machine]
}

resource "aws_iam_service_linked_role" "ecs" {
  aws_service_name = "ecs.amazonaws.com"
  description      = ["containers", "all containers", "all containers"][var.stage - 1]

  tags = [
    { Team = "blue" },
    { Team = "green" },
    {},
  ][var.stage - 1]
}
