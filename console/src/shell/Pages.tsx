import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";
import { NotFound } from "./NotFound";

const Dashboard = lazy(() => import("../dashboard/Dashboard"));
const Users = lazy(() => import("../user/Users"));
const CreateUser = lazy(() => import("../user/CreateUser"));
const User = lazy(() => import("../user/User"));
const Groups = lazy(() => import("../group/Groups"));
const Group = lazy(() => import("../group/Group"));
const Roles = lazy(() => import("../role/Roles"));
const CreateRole = lazy(() => import("../role/CreateRole"));
const Role = lazy(() => import("../role/Role"));
const EditTrust = lazy(() => import("../role/EditTrust"));
const Policies = lazy(() => import("../policy/Policies"));
const CreatePolicy = lazy(() => import("../policy/CreatePolicy"));
const Policy = lazy(() => import("../policy/Policy"));
const EditPolicy = lazy(() => import("../policy/EditPolicy"));
const EditInline = lazy(() => import("../policy/EditInline"));
const Providers = lazy(() => import("../provider/Providers"));
const CreateProvider = lazy(() => import("../provider/CreateProvider"));
const Provider = lazy(() => import("../provider/Provider"));
const InstanceProfiles = lazy(() => import("../profile/InstanceProfiles"));
const InstanceProfile = lazy(() => import("../profile/InstanceProfile"));
const ServerCertificates = lazy(() => import("../certificate/ServerCertificates"));
const UploadCertificate = lazy(() => import("../certificate/UploadCertificate"));
const ServerCertificate = lazy(() => import("../certificate/ServerCertificate"));
const Accounts = lazy(() => import("../account/Accounts"));
const Sessions = lazy(() => import("../session/Sessions"));
const Account = lazy(() => import("../account/Account"));
const Report = lazy(() => import("../report/Report"));
const Explain = lazy(() => import("../access/Explain"));
const WhoCan = lazy(() => import("../access/WhoCan"));
const Simulate = lazy(() => import("../access/Simulate"));
const ReadDenial = lazy(() => import("../access/ReadDenial"));
const Me = lazy(() => import("../session/Me"));

/** Which page an address shows. Each is loaded when it is first opened. */
export function Pages() {
  return (
    <Routes>
      <Route path="/" element={<Dashboard />} />
      <Route path="/users" element={<Users />} />
      <Route path="/users/create" element={<CreateUser />} />
      <Route path="/users/:name" element={<User />} />
      <Route path="/groups" element={<Groups />} />
      <Route path="/groups/:name" element={<Group />} />
      <Route path="/roles" element={<Roles />} />
      <Route path="/roles/create" element={<CreateRole />} />
      <Route path="/roles/:name" element={<Role />} />
      <Route path="/trust/:name" element={<EditTrust />} />
      <Route path="/policies" element={<Policies />} />
      <Route path="/policies/create" element={<CreatePolicy />} />
      <Route path="/policies/:arn" element={<Policy />} />
      <Route path="/policies/:arn/edit" element={<EditPolicy />} />
      <Route path="/inline/:kind/:owner" element={<EditInline />} />
      <Route path="/providers" element={<Providers />} />
      <Route path="/providers/create" element={<CreateProvider />} />
      <Route path="/providers/:arn" element={<Provider />} />
      <Route path="/instance-profiles" element={<InstanceProfiles />} />
      <Route path="/instance-profiles/:name" element={<InstanceProfile />} />
      <Route path="/server-certificates" element={<ServerCertificates />} />
      <Route path="/server-certificates/:name" element={<ServerCertificate />} />
      <Route path="/upload-certificate" element={<UploadCertificate />} />
      <Route path="/accounts" element={<Accounts />} />
      <Route path="/sessions" element={<Sessions />} />
      <Route path="/account" element={<Account />} />
      <Route path="/report" element={<Report />} />
      <Route path="/access/explain" element={<Explain />} />
      <Route path="/access/who-can" element={<WhoCan />} />
      <Route path="/access/simulate" element={<Simulate />} />
      <Route path="/access/denial" element={<ReadDenial />} />
      <Route path="/me" element={<Me />} />
      <Route path="/sign-in" element={<Navigate to="/" replace />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
